import Foundation
import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

extension PracticeRig {
  /// A code for an authorization request, all of whose scopes are allowed.
  func code(_ form: Form = request()) async throws -> String {
    let answer = await server.respond(to: Self.authorizing(form), deciding: UserDecision.allow)
    return try #require(answer.redirectForm?.value(of: "code"), "\(answer.summary)")
  }

  /// The honest token request of a client for a code.
  func redeem(
    _ code: String, client: String = "CLI001", verifier: String? = Guide.verifier,
    redirectURI: String = redirectURI
  ) async -> PracticeServer.LoggedResponse {
    let basic = client == "SRV001" ? Self.serverBasic : nil
    guard let verifier else {
      return await post(
        "/oauth2/token",
        [
          "grant_type": "authorization_code", "client_id": client, "code": code,
          "redirect_uri": redirectURI,
        ], basic: basic)
    }
    return await post(
      "/oauth2/token",
      [
        "grant_type": "authorization_code", "client_id": client, "code": code,
        "redirect_uri": redirectURI, "code_verifier": verifier,
      ], basic: basic)
  }

  func refresh(_ token: String, client: String = "CLI001") async -> PracticeServer.LoggedResponse {
    await post(
      "/oauth2/token",
      ["grant_type": "refresh_token", "client_id": client, "refresh_token": token],
      basic: client == "SRV001" ? Self.serverBasic : nil)
  }

  /// A pair of tokens, got in the honest way.
  func tokens(_ client: String = "CLI001") async throws -> (access: String, refresh: String) {
    try await redeem(code(Self.request(client)), client: client).pair()
  }

  func profile(_ token: String) async -> PracticeServer.LoggedResponse {
    await get("/1/user/-/profile.json", bearer: token)
  }
}

extension PracticeServer.LoggedResponse {
  var status: Int { response.status }
  var text: String { String(decoding: response.body, as: UTF8.self) }
  var location: String? { response.fields.value(of: "Location") }
  /// The query or, in the implicit flow, the fragment of the redirect.
  var redirectForm: Form? {
    location.flatMap { location in
      let parts = URLParts(location)
      return try? Form(decoding: parts.query ?? parts.fragment ?? "")
    }
  }

  func field(_ name: String) -> String? { response.fields.value(of: name) }

  func members() throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(response.body))
    return try #require(value as? [String: Any])
  }

  func member(_ name: String) throws -> String {
    try #require(members()[name] as? String, "\(name) is missing in: \(text)")
  }

  func pair() throws -> (access: String, refresh: String) {
    (try member("access_token"), try member("refresh_token"))
  }

  /// Type and message of an error in Fitbit's shape.
  func error() throws -> (type: String, message: String) {
    let members = try members()
    expect(members["success"] as? Bool, is: false)
    let errors = try #require(members["errors"] as? [[String: String]])
    let first = try #require(errors.first)
    return (try #require(first["errorType"]), try #require(first["message"]))
  }

  /// Holds a refusal against status, type and the beginning of the message.
  func expectRefusal(
    _ status: Int, _ type: String, _ message: String = "",
    file: StaticString = #filePath, line: Int = #line
  ) throws {
    let error = try error()
    expect(self.status, is: status, "\(text)", file: file, line: line)
    expect(error.type, is: type, file: file, line: line)
    expect(error.message.hasPrefix(message), "\(text)", file: file, line: line)
    expect(field("Cache-Control"), is: "no-store", file: file, line: line)
  }
}

extension Form {
  /// The form with one value changed, added or, with `nil`, left out.
  func with(_ name: String, _ value: String?) -> Form {
    guard let value else { return Form(pairs.filter { $0.name != name }) }
    guard self.value(of: name) != nil else { return Form(pairs + [Pair(name, value)]) }
    return Form(pairs.map { $0.name == name ? Pair(name, value) : $0 })
  }

  /// The form with one more pair.
  func adding(_ name: String, _ value: String) -> Form { Form(pairs + [Pair(name, value)]) }
}
