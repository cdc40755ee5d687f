import Foundation
import TestSupport

/// An HTTP Archive 1.2 as a browser writes it, entry by entry.
struct ArchiveText {
  /// An entry, with every member that HAR 1.2 requires.
  struct Entry: Sendable {
    var time = "2026-11-22T20:00:00.000Z"
    var method = "GET"
    var url: String
    var fields: [String: String] = [:]
    var form: String?
    var params: [String: String]?
    var status: Double = 200
    var answerFields: [String: String] = [:]
    var mimeType = "text/html"
    var text: String?
    var isBase64 = false

    private static func pairs(_ pairs: [String: String]) -> [[String: String]] {
      pairs.sorted { $0.key < $1.key }.map { ["name": $0.key, "value": $0.value] }
    }

    private static let cookie = ["name": "session", "value": ArchiveText.cookie]

    var value: [String: Any] {
      var request: [String: Any] = [
        "method": method, "url": url, "httpVersion": "h2", "queryString": [], "headersSize": -1,
        "bodySize": -1, "cookies": [Self.cookie],
        "headers": Self.pairs(fields.merging(["cookie": "session=\(ArchiveText.cookie)"]) { $1 }),
      ]
      let type = "application/x-www-form-urlencoded"
      if let form { request["postData"] = ["mimeType": type, "params": [], "text": form] }
      if let params { request["postData"] = ["mimeType": type, "params": Self.pairs(params)] }
      var content: [String: Any] = ["size": text?.utf8.count ?? 10, "mimeType": mimeType]
      content["text"] = isBase64 ? text.map { Data($0.utf8).base64EncodedString() } : text
      if isBase64 { content["encoding"] = "base64" }
      let set = ["set-cookie": "session=\(ArchiveText.cookie)"]
      let response: [String: Any] = [
        "status": status, "statusText": "", "httpVersion": "h2", "cookies": [Self.cookie],
        "headers": Self.pairs(answerFields.merging(set) { $1 }), "content": content,
        "redirectURL": answerFields["location"] ?? "", "headersSize": -1, "bodySize": -1,
      ]
      return [
        "startedDateTime": time, "time": 40, "request": request, "response": response,
        "cache": [:], "timings": ["send": 1, "wait": 38, "receive": 1],
      ]
    }
  }

  /// The value of every cookie, which no output may show.
  static let cookie = "c00kie-of-a-signed-in-user-9d1f"

  /// The text of an archive.
  static func of(_ entries: [Entry]) -> String {
    let log: [String: Any] = [
      "version": "1.2", "creator": ["name": "a browser", "version": "1"],
      "entries": entries.map(\.value),
    ]
    let data = try? JSONSerialization.data(withJSONObject: ["log": log])
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  private static let query =
    "response_type=code&client_id=CLI001&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&scope=activity"
    + "&state=s1&code_challenge=\(ChallengeCase.c)&code_challenge_method=S256"
  private static let json = ["content-type": "application/json", "cache-control": "no-store"]
  private static let bearer = ["authorization": "Bearer \(ExplainCase.token)"]
  private static let challenge = ["www-authenticate": "Bearer error=\"invalid_token\""]

  /// The page, its script and its icon, which hold no message.
  static let others: [Entry] = [
    Entry(url: "https://app.example/", text: "<html>"),
    Entry(url: "https://app.example/app.js?client_id=x", mimeType: "text/javascript", text: "{}"),
    Entry(url: "https://app.example/icon.png", mimeType: "image/png", text: "x", isBase64: true),
  ]
  /// The app sends the browser to the server.
  static let request = Entry(
    url: "https://app.example/sign-in", status: 302,
    answerFields: ["location": "https://as.example/authorize?\(query)"])
  /// The sign-in pages of the server, which hand the parameters on.
  static let pages: [Entry] = [
    Entry(
      url: "https://as.example/authorize?\(query)", status: 302,
      answerFields: ["location": "/sign-in?\(query)"]),
    Entry(url: "https://as.example/sign-in?\(query)", text: "<html>"),
  ]
  private static let address = "https://app.example/cb?code=\(ExplainCase.code)&state=s1"
  /// The redirect, and the request that follows it.
  static let redirect: [Entry] = [
    Entry(
      method: "POST", url: "https://as.example/sign-in", form: "user=ann&password=hunter2hunter2",
      status: 302, answerFields: ["location": address]),
    Entry(url: address, text: "<html>"),
  ]
  /// The exchange of the code, whose answer is written in Base64.
  static func exchange(at time: String = "2026-11-22T20:00:05.000Z") -> Entry {
    Entry(
      time: time, method: "POST", url: "https://as.example/token",
      params: [
        "grant_type": "authorization_code", "code": ExplainCase.code, "client_id": "CLI001",
        "redirect_uri": "https://app.example/cb", "code_verifier": ChallengeCase.v,
      ], answerFields: json, mimeType: "application/json",
      text:
        "{\"access_token\":\"\(ExplainCase.token)\",\"token_type\":\"Bearer\",\"expires_in\":3600}",
      isBase64: true)
  }
  /// A call that the API answers.
  static func call(at time: String) -> Entry {
    Entry(
      time: time, url: "https://api.example/profile", fields: bearer, answerFields: json,
      mimeType: "application/json", text: "{\"name\":\"Ann\"}")
  }
  /// A call that the API refuses, an introspection, a revocation, and metadata.
  static let later: [Entry] = [
    Entry(
      time: "2026-11-22T20:01:00.000Z", url: "https://api.example/profile", fields: bearer,
      status: 401, answerFields: challenge, text: ""),
    Entry(
      time: "2026-11-22T20:02:00.000Z", method: "POST", url: "https://as.example/introspect",
      form: "token=\(ExplainCase.token)", answerFields: json, mimeType: "application/json",
      text: "{\"active\":false}"),
    Entry(
      time: "2026-11-22T20:03:00.000Z", method: "POST", url: "https://as.example/revoke",
      form: "token=\(ExplainCase.token)", text: ""),
    Entry(
      time: "2026-11-22T20:04:00.000Z",
      url: "https://as.example/.well-known/oauth-authorization-server", answerFields: json,
      mimeType: "application/json",
      text:
        "{\"issuer\":\"https://as.example\",\"authorization_endpoint\":\"https://as.example/authorize\","
        + "\"token_endpoint\":\"https://as.example/token\",\"response_types_supported\":[\"code\"]}"
    ),
  ]
  /// A whole session.
  static let session = others + [request] + pages + redirect + [exchange()] + later
}
