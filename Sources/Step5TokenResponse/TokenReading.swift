import HTTPMessages
import Vocabulary

/// A token response with its body parsed once, for the result, the notes, and the departures.
struct TokenReading {
  /// The step with its inputs.
  let step: TokenResponse
  /// The JSON value in the body, or the error of parsing it.
  let body: Result<JSONValue, any Error>
  /// The names that the body has more than once.
  let repeated: [String]

  /// Creates a reading and parses the body, unless it is too large for a token response.
  init(_ step: TokenResponse, parsing parse: ([UInt8]) throws -> JSONValue) {
    self.step = step
    body = Result {
      guard step.response.body.count <= TokenResponse.bodyLimit else { throw TooLarge() }
      return try parse(step.response.body)
    }
    repeated =
      if case .success = body { JSONValue.repeatedNames(in: step.response.body) } else { [] }
  }

  private struct TooLarge: Error {}

  var response: HTTPResponse { step.response }
  var origin: Origin { step.origin }

  /// The members of the JSON object in the body; none if it is not an object.
  var members: [String: JSONValue] { (try? body.get())?.members ?? [:] }

  func run() -> StepRun<Tokens, ReceivedMessage> {
    let message = ReceivedMessage.response(response)
    do throws(StepFailure) {
      let tokens = try tokens()
      return StepRun(
        tokens, message: message, outputs: outputs(of: tokens), notes: notes(on: tokens),
        departures: departures)
    } catch {
      return StepRun(error, message: message, departures: departures)
    }
  }

  private func tokens() throws(StepFailure) -> Tokens {
    try checkStatus()
    let isEmptyRejection = response.body.isEmpty && 400...499 ~= response.status
    if 300...399 ~= response.status || isEmptyRejection { throw unexplainedStatus() }
    let members = try object()
    if let rejection = ErrorResponse(members, of: response) {
      throw failure(for: rejection)
    }
    guard response.status == 200 else { throw unexplainedStatus() }
    try checkRepetition()
    return try tokens(in: members)
  }

  /// Checks that no specified member is repeated, which RFC 6749 §3.2 forbids.
  private func checkRepetition() throws(StepFailure) {
    let specified = ["access_token", "token_type", "expires_in", "refresh_token", "scope"]
    guard let name = repeated.first(where: specified.contains) else { return }
    throw StepFailure(
      .parameterRepeated, "The response has the member \(name) more than once.",
      expected: "each member once", received: "\(name) more than once",
      why: "JSON parsers disagree on which one counts, so two of them could use different tokens.",
      reference: .rfc6749("3.2"), findings: findings)
  }

  /// Throws the failure for a status that is sufficient without the body.
  private func checkStatus() throws(StepFailure) {
    switch response.status {
    case 410: throw gone()
    case 429: throw rateLimited()
    case 500...599: throw serverError()
    default: return
    }
  }
}
