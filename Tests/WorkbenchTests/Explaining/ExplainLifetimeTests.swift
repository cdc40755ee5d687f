import Foundation
import TestSupport
import Testing

/// Codes and tokens that are used too late, told by the times of the messages alone.
struct ExplainLifetimeTests {
  private func findings(_ text: String) async throws -> [ExplainArchiveTests.Document.Finding] {
    try await ExplainArchiveTests.document(text).findings
  }

  private func archive(exchange: String, call: String? = nil) -> String {
    ArchiveText.of(
      [ArchiveText.request] + ArchiveText.redirect + [ArchiveText.exchange(at: exchange)]
        + (call.map { [ArchiveText.call(at: $0)] } ?? []))
  }

  /// RFC 6749 §4.1.2: a maximum lifetime of 10 minutes is recommended.
  @Test(arguments: [
    ("2026-11-22T20:09:59.000Z", false), ("2026-11-22T20:10:02.000Z", true),
    // One moment in three zones.
    ("2026-11-22T21:09:59.5+01:00", false), ("2026-11-22T15:10:02.5-05:00", true),
  ])
  func `a code that is exchanged after ten minutes is risky`(
    time: String, isLate: Bool
  ) async throws {
    let late = try await findings(archive(exchange: time)).filter { $0.causes == ["code_late"] }
    expect(late.map(\.severity), is: isLate ? ["risky"] : [])
    expect(late.map(\.messages), is: isLate ? [[2, 3]] : [])
    expect(late.allSatisfy { $0.reference?.hasPrefix("RFC 6749 §4.1.2") == true })
  }

  /// RFC 6749 §4.2.2: the token will expire that many seconds after the response was generated.
  @Test(arguments: [("21:00:04.000", false), ("21:00:07.000", true)])
  func `a token that is used after its expires_in is wrong`(
    time: String, isLate: Bool
  ) async throws {
    let text = archive(exchange: "2026-11-22T20:00:05.000Z", call: "2026-11-22T\(time)Z")
    let late = try await findings(text).filter { $0.causes == ["token_expired"] }
    expect(late.map(\.severity), is: isLate ? ["wrong"] : [])
    expect(late.map(\.messages), is: isLate ? [[4, 5]] : [])
  }

  private func redirect(_ date: String?) -> String {
    "HTTP/1.1 302 Found\r\n" + (date.map { "Date: \($0)\r\n" } ?? "")
      + "Location: https://app.example/cb?code=\(ExplainCase.code)&state=s1\r\n\r\n"
  }
  private let exchange =
    "POST /token HTTP/1.1\r\nHost: as.example\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n"
    + "grant_type=authorization_code&code=\(ExplainCase.code)&client_id=I&code_verifier=\(ChallengeCase.v)"
    + "\r\n\r\n"
  private func answer(_ date: String?) -> String {
    "HTTP/1.1 400 Bad Request\r\n" + (date.map { "Date: \($0)\r\n" } ?? "")
      + "Content-Type: application/json\r\n\r\n{\"error\":\"invalid_grant\"}"
  }

  @Test func `the Date fields of pasted responses are times, and nothing is guessed without them`()
    async throws
  {
    let (early, late) = ("Sun, 22 Nov 2026 20:00:00 GMT", "Sun, 22 Nov 2026 20:15:00 GMT")
    let found = try await findings(redirect(early) + exchange + answer(late))
    expect(found.filter { $0.causes == ["code_late"] }.map(\.severity), is: ["risky"])
    // The clocks of two servers may differ: eleven minutes could be nine.
    let near = "Sun, 22 Nov 2026 20:11:00 GMT"
    for (issued, used) in [
      (early, near), (early, nil), (nil, late), ("yesterday", late), (late, early),
    ] {
      let found = try await findings(redirect(issued) + exchange + answer(used))
      expect(!found.flatMap(\.causes).contains("code_late"), "\(issued ?? "") \(used ?? "")")
    }
  }

  /// RFC 6749 §4.1.2: the code must expire shortly after it is issued; here its server says when.
  ///
  /// Two clocks
  /// may differ by two minutes, and with an access token beside the code expires_in is that of the token (§4.2.2).
  @Test(arguments: [
    ("&expires_in=60", "20:02:59", []), ("&expires_in=60", "20:03:02", ["wrong"]),
    ("&expires_in=600", "20:03:02", []), ("", "20:03:02", []),
    ("&expires_in=-60", "20:03:02", []), ("&expires_in=soon", "20:03:02", []),
    ("&access_token=abc123&token_type=Bearer&expires_in=60", "20:03:02", []),
  ])
  func `a code that is exchanged after its own expires_in is wrong`(
    addition: String, time: String, severities: [String]
  ) async throws {
    let text =
      redirect("Sun, 22 Nov 2026 20:00:00 GMT").replacing("&state=s1", with: addition + "&state=s1")
      + exchange + answer("Sun, 22 Nov 2026 \(time) GMT")
    let found = try await findings(text).filter { $0.causes == ["code_expired"] }
    expect(found.map(\.severity), is: severities)
    expect(found.map(\.messages), is: severities.map { _ in [1, 2] })
    expect(found.allSatisfy { $0.reference?.hasPrefix("RFC 6749 §4.1.2") == true })
  }

  /// RFC 9068 §2.2 requires exp, and RFC 7519 §4.1.4 says when the token must not be accepted.
  @Test(arguments: [("20:06:59", []), ("20:07:02", ["note"])])
  func `a token that had expired when an API answered is a note`(
    time: String, severities: [String]
  ) async throws {
    // 1795377900 is 2026-11-22T20:05:00Z.
    let rejection =
      "HTTP/1.1 401 Unauthorized\r\nDate: Sun, 22 Nov 2026 \(time) GMT\r\n"
      + "WWW-Authenticate: Bearer error=\"invalid_token\"\r\n\r\n"
    let found = try await findings(token(#"{"exp":1795377900}"#) + "\n\n" + rejection)
      .filter { $0.causes == ["expired_before"] }
    expect(found.map(\.severity), is: severities)
    expect(found.map(\.messages), is: severities.map { _ in [1, 2] })
    expect(found.allSatisfy { $0.reference?.hasPrefix("RFC 9068 §2.2") == true })
    // Without a time, nothing is said.
    let timeless = rejection.replacing("Date: Sun, 22 Nov 2026 \(time) GMT\r\n", with: "")
    let others = try await findings(token(#"{"exp":1795377900}"#) + "\n\n" + timeless)
    expect(!others.flatMap(\.causes).contains("expired_before"))
  }

  private func token(_ claims: String) -> String {
    [#"{"alg":"RS256"}"#, claims, "signature"].map {
      Data($0.utf8).base64EncodedString().replacing("=", with: "")
    }.joined(separator: ".")
  }

  /// RFC 7519 §4.1.4: on or after exp the token must not be accepted.
  @Test(arguments: [("20:01:00", []), ("20:10:00", ["wrong"])])
  func `the exp of a token is compared with the time of its use`(
    time: String, severities: [String]
  ) async throws {
    // 1795377900 is 2026-11-22T20:05:00Z.
    let call = ArchiveText.Entry(
      time: "2026-11-22T\(time).000Z", url: "https://api.example/",
      fields: ["authorization": "Bearer \(token(#"{"exp":1795377900}"#))"], status: 401,
      answerFields: ["www-authenticate": "Bearer"], text: "")
    let found = try await findings(ArchiveText.of([call]))
    expect(found.filter { $0.causes == ["token_expired"] }.map(\.severity), is: severities)
  }

  @Test func `an iat after the response says that a clock is wrong`() async throws {
    var exchange = ArchiveText.exchange()
    exchange.text =
      "{\"access_token\":\"\(token(#"{"iat":1795384800}"#))\",\"token_type\":\"Bearer\",\"expires_in\":60}"
    let found = try await findings(ArchiveText.of([exchange]))
    expect(found.filter { $0.causes == ["clock_differs"] }.map(\.severity), is: ["note"])
  }
}
