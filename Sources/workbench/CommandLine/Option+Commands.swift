import PracticeServer
import Runs
import Vocabulary

/// The options that only one command has.
extension Option {
  static let comparisonMode = Option(
    "--mode", "MODE", "the messages for --stage: dry-run (default) or practice",
    words: [Mode.dryRun, .practice].map(\.rawValue))
  static let network = Option(
    "--network", nil,
    "also check the server's endpoints: reachable, certificate valid")
  static let port = Option("--port", "N", "the port (default 8088; 0 for any free port)")
  static let host = Option("--host", "ADDRESS", "the IP address to listen on (default 127.0.0.1)")
  static let baseURL = Option(
    "--base-url", "URL",
    "the URL for clients that use a proxy or port map")
  static let exposeToNetwork = Option(
    "--expose-to-network", nil, "allow a --host that other machines can reach")
  static let registered = Option(
    "--redirect-uri", "URI", "register another redirect URI for all clients; repeatable",
    isRepeatable: true)
  static let clients = Option("--clients", "FILE", "your own clients, as JSON")
  static let autoApprove = Option(
    "--auto-approve", nil, "grant all requested scopes without showing a page")
  static let oddValues = Option(
    "--odd-values", nil, "put / + = % into codes, tokens, and secrets: clients must encode them")
  static let codeLifetime = Option(
    "--code-lifetime", "SECONDS", "the lifetime of a code (default 600)")
  static let tokenLifetime = Option(
    "--token-lifetime", "SECONDS", "the lifetime of an access token (default 28800)")
  static let profile = Option(
    "--profile", "PROFILE", "fitbit (default) or rfc",
    words: PracticeProfile.allCases.map(\.rawValue))
  static let errors = Option(
    "--errors", "FORM", "the format of errors: fitbit, rfc6749, or both",
    words: ErrorShape.allCases.map(\.rawValue))
  private static let switches =
    Rule.allCases.map(\.rawValue) + Feature.allCases.map(\.rawValue)
  static let without = Option(
    "--without", "RULE", "turn off a rule or feature; repeatable", words: switches,
    isRepeatable: true, list: "practice --rules")
  static let with = Option(
    "--with", "RULE", "turn on a rule or feature; repeatable", words: switches,
    isRepeatable: true, list: "practice --rules")
  static let rules = Option(
    "--rules", nil, "explain all rules, features, and faults")
  static let fault = Option(
    "--fault", "FAULT", "simulate a fault; repeatable",
    words: PracticeFault.allCases.map(\.rawValue), isRepeatable: true, list: "practice --rules")
  static let control = Option(
    "--control", nil, "let local tests control the server: see help practice-control")
  static let readyFile = Option(
    "--ready-file", "FILE",
    "write URL, port, process ID, and control token to FILE at the start"
  )
  static let log = Option(
    "--log", "FILE", "append requests and responses to FILE as JSON lines, with fake secrets")
  static let quiet = Option("--quiet", nil, "do not print a line per request")
  /// The options of `practice`.
  static let server: [Option] = [
    .port, .host, .baseURL, .exposeToNetwork, .registered, .clients, .autoApprove, .oddValues,
    .codeLifetime, .tokenLifetime, .profile, .errors, .with, .without, .rules, .fault, .control,
    .readyFile, .log, .quiet, .color, .help,
  ]
  static let compare = Option(
    "--compare", "CHALLENGE", "a code challenge to compare with the verifier, or to check alone")
  static let randomPair = Option("--random", nil, "generate a verifier from 32 random bytes")
  static let explain = Option(
    "--explain", nil, "show every value from the verifier to the challenge")
  static let challengeFormat = Option(
    "--format", "FORMAT", "text (default) or json", words: ["text", "json"])
  static let findingsOnly = Option(
    "--quiet", nil, "print only the challenge, or only the findings")
  static let pause = Option(
    "--pause", nil, "wait for Return between the steps (default on a terminal)")
  static let noPause = Option("--no-pause", nil, "do not wait between the steps")
  static let comparisonFormat = Option(
    "--format", "FORMAT", "text (default), markdown, json, or html",
    words: ComparisonFormat.allCases.map(\.rawValue))
  static let attackFormat = Option(
    "--format", "FORMAT", "text (default) or json", words: ["text", "json"])
  static let glossaryFormat = Option(
    "--format", "FORMAT", "text (default) or markdown",
    words: GlossaryFormat.allCases.map(\.rawValue))
  static let stage = Option(
    "--stage", "N", "show only step N, messages side by side; text only",
    words: ["1", "2", "3", "4", "5"])
  static let explainParts = Option(
    "--explain", nil, "explain every part of every message")
}
