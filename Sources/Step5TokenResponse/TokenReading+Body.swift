import HTTPMessages
import Vocabulary

extension TokenReading {
  /// Returns the members of the JSON object in the body (RFC 6749 §5.1).
  func object() throws(StepFailure) -> [String: JSONValue] {
    guard response.body.count <= TokenResponse.bodyLimit else {
      throw unreadable(
        .bodyTooLarge, "The response is larger than any token response.",
        received: "\(response.body.count) bytes")
    }
    let start = response.body.first { !Self.whitespace.contains($0) }
    guard let start else {
      throw unreadable(.bodyEmpty, "The response has no body.", received: "nothing")
    }
    switch body {
    case .success(.object(let members)): return members
    case .success(let value):
      throw unreadable(
        .wrongShape, "The response is JSON, but not an object.", received: value.kind)
    case .failure(let error): throw unreadable(error, startingWith: start)
    }
  }

  private static let whitespace: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]

  /// The beginning of the body, short enough to be shown.
  var excerpt: String {
    let limit = 200
    let text = String(decoding: response.body.prefix(limit), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return response.body.count > limit ? text + "…" : text
  }

  /// The members of an error body, explained; none if the body is not a JSON object.
  var findings: [Parameter] {
    guard case .success(let value) = body, case .object = value else { return [] }
    return value.leaves().prefix(TokenResponse.mostMembers).map {
      Parameter($0.path, $0.value.text, in: .tokenResponse, origin: origin)
    }
  }

  /// Returns the failure for a body that starts with this byte and could not be read.
  private func unreadable(_ error: any Error, startingWith start: UInt8) -> StepFailure {
    guard [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(start) else {
      return unreadable(.notJSON, "The response is not JSON.", received: excerpt)
    }
    if case .tooDeep = error as? JSONOutline.Fault {
      return unreadable(
        .bodyTooLarge, "The response is nested more deeply than any token response.",
        received: "more than \(JSONOutline.deepest) levels of arrays and objects")
    }
    guard start == UInt8(ascii: "{") else {
      return unreadable(.notJSON, "The response is not JSON.", received: excerpt)
    }
    return unreadable(
      .malformedJSON, "The response starts as JSON, but is incomplete or malformed.",
      received: excerpt)
  }

  private func unreadable(
    _ reason: StepFailure.Reason, _ message: String, received: String
  ) -> StepFailure {
    let type = response.fields.value(of: "Content-Type")
    return StepFailure(
      reason, message, expected: "a JSON object with an access_token",
      received: received + (type.map { " (Content-Type: \($0))" } ?? ""),
      why:
        "Something other than the token endpoint may have responded: a proxy, a sign-in page, or an "
        + "error page. Nothing in it can be used.",
      reference: .rfc6749("5.1"), findings: findings)
  }
}
