import HTTPMessages
import Vocabulary

extension Condition {
  /// Nothing is sent to an endpoint that the metadata named.
  static let noEndpointUsed = Condition("the browser and the client send nothing to its endpoints")
  {
    observation in
    guard observation.exchanges.contains(where: { $0.path.hasPrefix(PracticePath.metadata) }) else {
      return .notReached("The client did not read the metadata.")
    }
    if !observation.visits.isEmpty { return .failed("an authorization URL from that metadata") }
    return observation.tokenRequests.isEmpty
      ? .passed() : .failed("a token request to that server")
  }

  /// The challenge and the state are sent anyway.
  static let keepsPKCE = Condition("S256 and state are still sent, or the client stops") {
    observation in
    guard observation.exchanges.contains(where: { $0.path.hasPrefix(PracticePath.metadata) }) else {
      return .notReached("The client did not read the metadata.")
    }
    guard let query = observation.visits.first?.query else { return .passed("The client stopped.") }
    guard query.value(of: "code_challenge_method") == "S256" else { return .failed("no S256") }
    return query.value(of: "state") == nil ? .failed("no state") : .passed()
  }

  /// The secret is sent in the only way that is offered.
  static let usesBasic = Condition("HTTP Basic authentication, the only method offered") {
    observation in
    guard let request = observation.tokenRequests.first else {
      return .notReached("The client sent no token request.")
    }
    return request.request.authenticationScheme?.lowercased() == "basic"
      ? .passed()
      : .failed(
        request.form.value(of: "client_secret") == nil
          ? "no client authentication" : "the secret in the body")
  }
}
