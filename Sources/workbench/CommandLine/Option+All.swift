import Flows
import PracticeServer
import RecordedChannels
import Vocabulary

extension Option {
  static let flow = Option(
    "--flow", "FLOW", Flow.namesWithDefault,
    words: Flow.allCases.map(\.rawValue))
  static let expiresIn = Option(
    "--expires-in", "SECONDS", "in the implicit flow: the lifetime to ask for (default 86400)",
    words: ImplicitLifetime.allCases.map { String($0.seconds) })
  static let scenario = Option(
    "--scenario", "NAME", "the recorded case to walk: see workbench scenarios",
    words: Scenario.names, list: "scenarios")
  static let mode = Option(
    "--mode", "MODE",
    "dry-run (default): recordings answer; practice: the practice server; live: a real server",
    words: Mode.allCases.map(\.rawValue))
  static let comparisonMode = Option(
    "--mode", "MODE", "dry-run or practice: whose messages are shown",
    words: [Mode.dryRun, .practice].map(\.rawValue))
  static let serverName = Option(
    "--server", "SERVER", "in live mode: fitbit (default), google-health, practice, or a JSON file",
    list: "servers")
  static let discover = Option(
    "--discover", "ISSUER", "in live mode: a server that describes itself (RFC 8414), by its URL")
  static let noBrowser = Option(
    "--no-browser", nil, "in live mode: print the URL, open nothing")
  static let network = Option(
    "--network", nil,
    "ask the server's endpoints, too: can they be reached, does the certificate hold")
  static let timeout = Option(
    "--timeout", "SECONDS", "in live mode: how long to wait for you (default 300)")
  static let allow = Option(
    "--allow", "NAMES", "in practice mode: the scopes that the user allows (default: all)")
  static let deny = Option("--deny", nil, "in practice mode: the user says no")
  static let browser = Option(
    "--browser", nil, "in practice mode: through your real browser and a real redirect")
  static let port = Option("--port", "N", "the port (default 8088; 0 for any free one)")
  static let host = Option("--host", "ADDRESS", "the address to listen on (default 127.0.0.1)")
  static let exposeToNetwork = Option(
    "--expose-to-network", nil, "allow an address that others can reach")
  static let registered = Option(
    "--redirect-uri", "URI", "register another redirect URI for all clients; repeatable",
    isRepeatable: true)
  static let clients = Option("--clients", "FILE", "clients of your own, as JSON")
  static let autoApprove = Option(
    "--auto-approve", nil, "grant everything requested without a page")
  static let codeLifetime = Option(
    "--code-lifetime", "SECONDS", "how long a code lives (default 600)")
  static let tokenLifetime = Option(
    "--token-lifetime", "SECONDS", "how long an access token lives (default 28800)")
  static let without = Option(
    "--without", "RULE", "switch a protection off; repeatable",
    words: Rule.allCases.map(\.rawValue),
    isRepeatable: true, list: "practice --rules")
  static let rules = Option("--rules", nil, "list the protections and what each one stops")
  static let fault = Option(
    "--fault", "FAULT", "let something go wrong on purpose",
    words: PracticeFault.allCases.map(\.rawValue))
  static let log = Option(
    "--log", "FILE", "append whole exchanges as JSON lines, secrets included since they are fake")
  static let quiet = Option("--quiet", nil, "no line for each request")

  /// What describes the practice server.
  static let server: [Option] = [
    .port, .host, .exposeToNetwork, .registered, .clients, .autoApprove, .codeLifetime,
    .tokenLifetime, .without, .rules, .fault, .log, .quiet, .color, .help,
  ]
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
  static let record = Option(
    "--record", "DIR",
    "where a server answers: write the messages into a folder, every secret replaced by a placeholder"
  )
  static let replay = Option(
    "--replay", "DIR", "walk a recorded run once more; nothing is sent, the session stays")
  static let format = Option(
    "--format", "FORMAT", "text (default), curl, http, json, har, mermaid or html",
    words: OutputFormat.allCases.map(\.rawValue))
  static let comparisonFormat = Option(
    "--format", "FORMAT", "text (default), markdown, json or html",
    words: ComparisonFormat.allCases.map(\.rawValue))
  static let attackFormat = Option(
    "--format", "FORMAT", "text (default) or json", words: ["text", "json"])
  static let glossaryFormat = Option(
    "--format", "FORMAT", "text (default) or markdown",
    words: GlossaryFormat.allCases.map(\.rawValue))
  static let stage = Option(
    "--stage", "N", "one step only, message beside message", words: ["1", "2", "3", "4", "5"])
  static let outputFile = Option(
    "--output", "FILE", "write the result into a file, whose old content is replaced")
  static let showSecrets = Option("--show-secrets", nil, "show secrets that are real, too")
  static let session = Option(
    "--session", "PATH", "the session file (default \(SessionStore.defaultPath))")
  static let color = Option(
    "--color", "WHEN", "auto (default), always or never",
    words: ColorChoice.allCases.map(\.rawValue))
  static let noPager = Option("--no-pager", nil, "show it at once, however long it is")
  static let help = Option("--help", nil, "explain the command")

  /// What describes the application and the request.
  static let request: [Option] = [
    .flow, .mode, .scenario, .applicationType, .clientID, .redirectURI, .scope, .prompt, .state,
    .verifier,
    .random, .expiresIn, .allow, .deny, .browser, .serverName, .discover, .noBrowser, .timeout,
  ]
  /// How the result is shown.
  static let output: [Option] = [.format, .showSecrets, .session, .color, .help]
}
