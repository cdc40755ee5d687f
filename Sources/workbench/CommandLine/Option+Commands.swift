import PracticeServer
import Runs
import Vocabulary

/// The options of single commands.
extension Option {
  static let comparisonMode = Option(
    "--mode", "MODE", "dry-run or practice: whose messages are shown",
    words: [Mode.dryRun, .practice].map(\.rawValue))
  static let network = Option(
    "--network", nil,
    "ask the server's endpoints, too: can they be reached, does the certificate hold")
  static let port = Option("--port", "N", "the port (default 8088; 0 for any free one)")
  static let host = Option("--host", "ADDRESS", "the address to listen on (default 127.0.0.1)")
  static let baseURL = Option(
    "--base-url", "URL",
    "the address that clients use, where a proxy or a port map stands before it")
  static let exposeToNetwork = Option(
    "--expose-to-network", nil, "allow an address that others can reach")
  static let registered = Option(
    "--redirect-uri", "URI", "register another redirect URI for all clients; repeatable",
    isRepeatable: true)
  static let clients = Option("--clients", "FILE", "clients of your own, as JSON")
  static let autoApprove = Option(
    "--auto-approve", nil, "grant everything requested without a page")
  static let oddValues = Option(
    "--odd-values", nil, "codes, tokens and secrets with / + = %, which a client has to encode")
  static let codeLifetime = Option(
    "--code-lifetime", "SECONDS", "how long a code lives (default 600)")
  static let tokenLifetime = Option(
    "--token-lifetime", "SECONDS", "how long an access token lives (default 28800)")
  static let profile = Option(
    "--profile", "PROFILE", "whose habits: fitbit (default), or rfc, what the RFCs say instead",
    words: PracticeProfile.allCases.map(\.rawValue))
  static let errors = Option(
    "--errors", "FORM", "how errors are written: fitbit, rfc6749 or both",
    words: ErrorShape.allCases.map(\.rawValue))
  private static let switches =
    Rule.allCases.map(\.rawValue) + Feature.allCases.map(\.rawValue)
  static let without = Option(
    "--without", "RULE", "switch a rule or a feature off; repeatable", words: switches,
    isRepeatable: true, list: "practice --rules")
  static let with = Option(
    "--with", "RULE", "switch a rule or a feature on; repeatable", words: switches,
    isRepeatable: true, list: "practice --rules")
  static let rules = Option(
    "--rules", nil, "list the rules, features and faults, each with what it does")
  static let fault = Option(
    "--fault", "FAULT", "let something go wrong on purpose; repeatable",
    words: PracticeFault.allCases.map(\.rawValue), isRepeatable: true, list: "practice --rules")
  static let control = Option(
    "--control", nil, "let tests on this machine control the server: see help practice-control")
  static let readyFile = Option(
    "--ready-file", "FILE", "write address, port, process and control token to FILE once it listens"
  )
  static let log = Option(
    "--log", "FILE", "append whole exchanges as JSON lines, secrets included since they are fake")
  static let quiet = Option("--quiet", nil, "no line for each request")
  /// What describes the practice server.
  static let server: [Option] = [
    .port, .host, .baseURL, .exposeToNetwork, .registered, .clients, .autoApprove, .oddValues,
    .codeLifetime, .tokenLifetime, .profile, .errors, .with, .without, .rules, .fault, .control,
    .readyFile, .log, .quiet, .color, .help,
  ]
  static let compare = Option(
    "--compare", "CHALLENGE", "a code challenge to compare with the verifier, or to judge alone")
  static let randomPair = Option("--random", nil, "make a new verifier from 32 random bytes")
  static let explain = Option(
    "--explain", nil, "show every value from the verifier to the challenge")
  static let challengeFormat = Option(
    "--format", "FORMAT", "text (default) or json", words: ["text", "json"])
  static let findingsOnly = Option(
    "--quiet", nil, "print the challenge alone, or the findings alone")
  static let pause = Option(
    "--pause", nil, "wait for Return between the steps (default on a terminal)")
  static let noPause = Option("--no-pause", nil, "do not wait between the steps")
  static let comparisonFormat = Option(
    "--format", "FORMAT", "text (default), markdown, json or html",
    words: ComparisonFormat.allCases.map(\.rawValue))
  static let attackFormat = Option(
    "--format", "FORMAT", "text (default) or json", words: ["text", "json"])
  static let glossaryFormat = Option(
    "--format", "FORMAT", "text (default) or markdown",
    words: GlossaryFormat.allCases.map(\.rawValue))
  static let stage = Option(
    "--stage", "N", "show one step only, messages side by side; text only",
    words: ["1", "2", "3", "4", "5"])
  static let explainParts = Option(
    "--explain", nil, "explain every part of every message")
}
