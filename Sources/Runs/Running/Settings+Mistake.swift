package import Flows
import Recordings
import Vocabulary

extension Settings {
  /// The scenario's mistake with its value as what it is; `nil` if it makes none.
  package var mistake: DeliberateMistake? {
    guard let mistake = scenario.mistake else { return nil }
    return switch mistake.parameter {
    case "code_verifier": (try? CodeVerifier(mistake.value)).map(DeliberateMistake.otherVerifier)
    case "client_secret": .otherSecret(ClientSecret(mistake.value))
    case "redirect_uri": (try? RedirectURI(mistake.value)).map(DeliberateMistake.otherRedirectURI)
    default: nil
    }
  }
}
