import Flows
import Recordings
import Transcript
import Vocabulary

/// The options of the commands that run a flow.
extension Option {
  package static let flow = Option(
    "--flow", "FLOW", Flow.namesWithDefault,
    words: Flow.allCases.map(\.rawValue))
  package static let expiresIn = Option(
    "--expires-in", "SECONDS", "in the implicit flow: the lifetime to request (default 86400)",
    words: ImplicitLifetime.allCases.map { String($0.seconds) })
  package static let scenario = Option(
    "--scenario", "NAME", "the recorded scenario: see workbench scenarios",
    words: Scenario.names, list: "scenarios")
  package static let mode = Option(
    "--mode", "MODE",
    "dry-run (default): recordings; practice: the practice server; live: a real server",
    words: Mode.allCases.map(\.rawValue))
  package static let serverName = Option(
    "--server", "SERVER", "in live mode: fitbit (default), google-health, practice, or a JSON file",
    words: KnownServers.all.map(\.name), takesOthers: true, list: "servers")
  package static let discover = Option(
    "--discover", "ISSUER", "in live mode: the URL of a server that publishes metadata (RFC 8414)")
  package static let clientAuthentication = Option(
    "--client-auth", "METHOD",
    "in live mode: where to send the client secret (default: as the server requires)",
    words: ClientAuthentication.allCases.map(\.rawValue))
  package static let parameter = Option(
    "--parameter", "NAME=VALUE",
    "in live mode: an extra parameter of the authorization request; repeatable", isRepeatable: true)
  package static let tokenParameter = Option(
    "--token-parameter", "NAME=VALUE",
    "in live mode: an extra parameter of the token request; repeatable", isRepeatable: true)
  package static let noBrowser = Option(
    "--no-browser", nil, "in live mode: print the URL without opening a browser")
  package static let timeout = Option(
    "--timeout", "SECONDS",
    "in live mode, or with --browser: the time to wait for you (default 300)")
  package static let allow = Option(
    "--allow", "NAMES", "in practice mode: the scopes the user grants (default: all)")
  package static let deny = Option("--deny", nil, "in practice mode: the user denies access")
  package static let browser = Option(
    "--browser", nil, "in practice mode: use your browser and a real redirect")
  package static let applicationType = Option(
    "--app-type", "TYPE",
    "server (default in dry-run mode), client (default otherwise, if the flow permits it), "
      + "or personal",
    words: ApplicationType.allCases.map(\.rawValue))
  package static let clientID = Option("--client-id", "ID", "the ID of your client")
  package static let redirectURI = Option(
    "--redirect-uri", "URI", "the redirect URI, exactly as registered")
  package static let scope = Option(
    "--scope", "NAMES",
    "the scopes to request, separated by spaces, in quotes; in live mode '' sends none")
  package static let state = Option("--state", "STATE", "the state to send or expect")
  package static let verifier = Option(
    "--verifier", "TEXT", "your own code verifier, 43 to 128 characters")
  package static let prompt = Option(
    "--prompt", "PAGES",
    "the pages to show: consent, login, select_account, several in quotes, or none",
    words: Prompt.Page.allCases.map(\.rawValue), takesOthers: true)
  package static let random = Option(
    "--random", nil, "use a fresh verifier and state instead of the guide's")
  package static let redirect = Option(
    "--redirect", "URL", "the redirect to read, pasted from a browser")
  package static let response = Option(
    "--response", "FILE",
    "the token response to read, as curl --include prints it; - is standard "
      + "input")
  package static let record = Option(
    "--record", "DIR",
    "in practice and live mode: save the messages in DIR, with a placeholder for every secret")
  package static let replay = Option(
    "--replay", "DIR",
    "replay a recorded run; sends nothing and leaves the session unchanged")
  package static let format = Option(
    "--format", "FORMAT", "text (default), curl, http, json, har, mermaid, or html",
    words: OutputFormat.allCases.map(\.rawValue))
  package static let outputFile = Option(
    "--output", "FILE", "write the result to FILE, overwriting it; - is standard output")
  package static let showSecrets = Option("--show-secrets", nil, "show real secrets too")
  package static let session = Option(
    "--session", "PATH", "the session file (default \(SessionStore.defaultPath))")
  package static let color = Option(
    "--color", "WHEN", "auto (default), always, or never",
    words: ColorChoice.allCases.map(\.rawValue))
  package static let noPager = Option(
    "--no-pager", nil, "print everything at once, without a pager")
  package static let help = Option("--help", nil, "explain the command")
  /// The options that describe the client and the request.
  package static let request: [Option] = [
    .flow, .mode, .scenario, .applicationType, .clientID, .redirectURI, .scope, .prompt, .state,
    .verifier,
    .random, .expiresIn, .allow, .deny, .browser, .serverName, .discover, .clientAuthentication,
    .parameter, .tokenParameter, .noBrowser, .timeout,
  ]
  /// The options for the presentation of the result.
  package static let output: [Option] = [.format, .showSecrets, .session, .color, .help]
}

/// The format of a transcript.
package enum OutputFormat: String, CaseIterable {
  case text, curl, http, json, har, mermaid, html
}

/// The use of color in the output.
package enum ColorChoice: String, CaseIterable {
  case auto, always, never
}
