import HTTPMessages
import Vocabulary

extension PracticeServer {
  /// Responds with a fixed decision, or returns `nil` if the user decides on the pages.
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
      exchange.summary = "granted by \(origin)"
      return grant(Scope(request.scope), for: request, by: user(at: exchange), status: 302)
    case .scopes(let names):
      let granted = Scope(request.scope).names.filter(names.contains)
      guard !granted.isEmpty else {
        exchange.summary = "denied by \(origin)"
        return deny(request)
      }
      exchange.summary = "granted by \(origin): \(granted.joined(separator: " "))"
      return grant(
        Scope(granted.joined(separator: " ")), for: request, by: user(at: exchange), status: 302)
    }
  }
}
