import HTTPMessages

extension Condition {
  /// Nothing is sent to an endpoint that the metadata named.
  static let noEndpointUsed = Condition("nothing is sent to the endpoints in the metadata") {
    observation in
    if !observation.visits.isEmpty {
      return .failed("the client opened an authorization URL from that metadata")
    }
    return observation.tokenRequests.isEmpty
      ? .passed() : .failed("a token request to that server")
  }.after(.readMetadata)

  /// The challenge and the state are sent anyway.
  static let keepsPKCE = Condition(
    "S256 and state are still sent, or the client stops with a message", isPatient: true
  ) { observation in
    guard let query = observation.visits.first?.query else { return endsClearly.judge(observation) }
    guard query.value(of: "code_challenge_method") == "S256" else { return .failed("no S256") }
    return query.value(of: "state") == nil ? .failed("no state") : .passed()
  }.after(.readMetadata)

  /// The secret is sent in the only way that is offered.
  static let usesBasic = Condition("HTTP Basic authentication, the only method offered") {
    observation in
    let request = observation.tokenRequests.first
    return request?.request.authenticationScheme?.lowercased() == "basic"
      ? .passed()
      : .failed(
        request?.form.value(of: "client_secret") == nil
          ? "no client authentication" : "the secret in the body")
  }.after(.exchanged)
}
