import RecordedChannels
import Vocabulary

extension Option {
  static let scenario = Option(
    "--scenario", "NAME", "the recorded case to walk: see workbench scenarios",
    words: Scenario.all.map(\.name))
  static let applicationType = Option(
    "--app-type", "TYPE", "server (default), client or personal",
    words: ApplicationType.allCases.map(\.rawValue))
  static let clientID = Option("--client-id", "ID", "the client id of your application")
  static let redirectURI = Option("--redirect-uri", "URI", "the redirect URI, as it is registered")
  static let scope = Option("--scope", "NAMES", "scopes to ask for, separated by spaces, in quotes")
  static let state = Option("--state", "STATE", "the state to send, or to expect")
  static let verifier = Option("--verifier", "TEXT", "your own code verifier, 43 to 128 characters")
  static let prompt = Option(
    "--prompt", "PAGES", "none, consent, login or \"login consent\"",
    words: Prompt.allCases.map(\.rawValue))
  static let random = Option(
    "--random", nil, "fresh random verifier and state, not the guide's")
  static let redirect = Option("--redirect", "URL", "the redirect to read, pasted from a browser")
  static let response = Option(
    "--response", "FILE", "the token response to read, as curl --include prints it; - is stdin")
  static let compare = Option("--compare", "CHALLENGE", "a code challenge to compare with it")
  static let pause = Option(
    "--pause", nil, "wait for Return between the steps (default on a terminal)")
  static let noPause = Option("--no-pause", nil, "do not wait between the steps")
  static let format = Option(
    "--format", "FORMAT", "text (default), curl, http, json or mermaid",
    words: OutputFormat.allCases.map(\.rawValue))
  static let showSecrets = Option("--show-secrets", nil, "show secrets that are real, too")
  static let session = Option(
    "--session", "PATH", "the session file (default \(SessionFile.defaultPath))")
  static let color = Option(
    "--color", "WHEN", "auto (default), always or never",
    words: ColorChoice.allCases.map(\.rawValue))
  static let help = Option("--help", nil, "explain the command")

  /// What describes the application and the request.
  static let request: [Option] = [
    .scenario, .applicationType, .clientID, .redirectURI, .scope, .prompt, .state, .verifier,
    .random,
  ]
  /// How the result is shown.
  static let output: [Option] = [.format, .showSecrets, .session, .color, .help]
}
