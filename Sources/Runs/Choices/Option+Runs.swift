import Flows
import Recordings
import Transcript
import Vocabulary

/// The options of whatever walks a flow.
extension Option {
  package static let flow = Option(
    "--flow", "FLOW", Flow.namesWithDefault,
    words: Flow.allCases.map(\.rawValue))
  package static let expiresIn = Option(
    "--expires-in", "SECONDS", "in the implicit flow: the lifetime to ask for (default 86400)",
    words: ImplicitLifetime.allCases.map { String($0.seconds) })
  package static let scenario = Option(
    "--scenario", "NAME", "the recorded case to walk: see workbench scenarios",
    words: Scenario.names, list: "scenarios")
  package static let mode = Option(
    "--mode", "MODE",
    "dry-run (default): recordings answer; practice: the practice server; live: a real server",
    words: Mode.allCases.map(\.rawValue))
  package static let serverName = Option(
    "--server", "SERVER", "in live mode: fitbit (default), google-health, practice, or a JSON file",
    words: KnownServers.all.map(\.name), takesOthers: true, list: "servers")
  package static let discover = Option(
    "--discover", "ISSUER", "in live mode: a server that describes itself (RFC 8414), by its URL")
  package static let clientAuthentication = Option(
    "--client-auth", "METHOD",
    "in live mode: where the client secret goes, instead of what the server's data say",
    words: ClientAuthentication.allCases.map(\.rawValue))
  package static let parameter = Option(
    "--parameter", "NAME=VALUE",
    "in live mode: another parameter of the authorization request; repeatable", isRepeatable: true)
  package static let tokenParameter = Option(
    "--token-parameter", "NAME=VALUE",
    "in live mode: another parameter of the token request; repeatable", isRepeatable: true)
  package static let noBrowser = Option(
    "--no-browser", nil, "in live mode: print the URL, open nothing")
  package static let timeout = Option(
    "--timeout", "SECONDS",
    "in live mode, or with --browser: how long to wait for you (default 300)")
  package static let allow = Option(
    "--allow", "NAMES", "in practice mode: the scopes that the user allows (default: all)")
  package static let deny = Option("--deny", nil, "in practice mode: the user says no")
  package static let browser = Option(
    "--browser", nil, "in practice mode: through your real browser and a real redirect")
  package static let applicationType = Option(
    "--app-type", "TYPE",
    "server (default in dry-run mode), client (default otherwise, if the flow permits it), or personal",
    words: ApplicationType.allCases.map(\.rawValue))
  package static let clientID = Option("--client-id", "ID", "the client id of your application")
  package static let redirectURI = Option(
    "--redirect-uri", "URI", "the redirect URI, as it is registered")
  package static let scope = Option(
    "--scope", "NAMES",
    "scopes to ask for, separated by spaces, in quotes; '' in live mode sends no scope")
  package static let state = Option("--state", "STATE", "the state to send, or to expect")
  package static let verifier = Option(
    "--verifier", "TEXT", "your own code verifier, 43 to 128 characters")
  package static let prompt = Option(
    "--prompt", "PAGES",
    "pages to show: consent, login, select_account, several of them in quotes, or none",
    words: Prompt.Page.allCases.map(\.rawValue), takesOthers: true)
  package static let random = Option(
    "--random", nil, "fresh random verifier and state, not the guide's")
  package static let redirect = Option(
    "--redirect", "URL", "the redirect to read, pasted from a browser")
  package static let response = Option(
    "--response", "FILE", "the token response to read, as curl --include prints it; - is stdin")
  package static let record = Option(
    "--record", "DIR",
    "where a server answers: write the messages into a folder, every secret replaced by a placeholder"
  )
  package static let replay = Option(
    "--replay", "DIR", "walk a recorded run once more; nothing is sent, the session stays")
  package static let format = Option(
    "--format", "FORMAT", "text (default), curl, http, json, har, mermaid or html",
    words: OutputFormat.allCases.map(\.rawValue))
  package static let outputFile = Option(
    "--output", "FILE", "write the result to FILE, overwriting it; - is standard output")
  package static let showSecrets = Option("--show-secrets", nil, "show secrets that are real, too")
  package static let session = Option(
    "--session", "PATH", "the session file (default \(SessionStore.defaultPath))")
  package static let color = Option(
    "--color", "WHEN", "auto (default), always or never",
    words: ColorChoice.allCases.map(\.rawValue))
  package static let noPager = Option(
    "--no-pager", nil, "print everything at once, without a pager")
  package static let help = Option("--help", nil, "explain the command")
  /// What describes the application and the request.
  package static let request: [Option] = [
    .flow, .mode, .scenario, .applicationType, .clientID, .redirectURI, .scope, .prompt, .state,
    .verifier,
    .random, .expiresIn, .allow, .deny, .browser, .serverName, .discover, .clientAuthentication,
    .parameter, .tokenParameter, .noBrowser, .timeout,
  ]
  /// How the result is shown.
  package static let output: [Option] = [.format, .showSecrets, .session, .color, .help]
}

/// In which form a transcript is written.
package enum OutputFormat: String, CaseIterable {
  case text, curl, http, json, har, mermaid, html
}

/// When colours are used.
package enum ColorChoice: String, CaseIterable {
  case auto, always, never
}
