import HTTPMessages
import Vocabulary

extension PracticeServer {
  /// The answer to an authorization request where nobody is asked; `nil` where the pages ask.
  func respondWithoutPage(
    _ request: ValidAuthorizationRequest, _ exchange: inout PracticeExchange
  ) -> HTTPResponse? {
    let origin = controlled.decision == nil ? "--auto-approve" : "control"
    switch controlled.decision ?? (configuration.autoApproves ? .allow : .ask) {
    case .ask: return nil
    case .deny:
      exchange.summary = "denied by \(origin)"
      return deny(request)
    case .allow:
      exchange.summary = "approved by \(origin)"
      return grant(Scope(request.scope), for: request, by: user(at: exchange), status: 302)
    case .scopes(let names):
      let wanted = Scope(request.scope).names.filter(names.contains)
      guard !wanted.isEmpty else {
        exchange.summary = "denied by \(origin)"
        return deny(request)
      }
      exchange.summary = "allowed by \(origin): \(wanted.joined(separator: " "))"
      return grant(
        Scope(wanted.joined(separator: " ")), for: request, by: user(at: exchange), status: 302)
    }
  }
}
