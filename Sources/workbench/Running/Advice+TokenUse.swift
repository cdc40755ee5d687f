import Flows
import Transcript
import Vocabulary

extension Advice {
  /// What is worth trying with the tokens of a flow, as soon as they are there.
  static func firstUse(in flow: Flow) -> Advice {
    // Nobody's data belongs to a token without a user.
    Advice("Next", flow.about.hasUser ? "profile" : "introspect")
  }

  /// What is worth trying after a command that used the tokens.
  static func afterUse(by command: String, in flow: Flow) -> Advice {
    switch command {
    case "profile": Advice("Next", flow.about.canRefresh ? "refresh" : "introspect")
    case "refresh": Advice("Next", "introspect")
    case "introspect": Advice("Next", "revoke")
    default: Advice("The tokens are dead, as this shows", firstUse(in: flow).command)
    }
  }
}
