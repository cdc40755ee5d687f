import Flows
import Recordings
package import Vocabulary

/// What a replay needs besides the messages: the file `run.json` of a recording.
package struct RecordedRun: Codable, Hashable {
  /// The name of the file.
  package static let fileName = "run.json"
  /// The version of the file's form.
  static let currentVersion = 1

  package var version = RecordedRun.currentVersion
  package let flow: Flow
  /// The mode in which the answers came, as it is typed.
  package let mode: String
  /// When the run ended, in seconds since 1970-01-01 00:00 UTC.
  package let recordedAt: Int64
  package let server: AuthorizationServer
  let clientIdentifier: String
  package let applicationType: String
  package let redirectURI: String
  package let scope: String
  /// The scope that a client asked for itself; `nil` in a flow with a user, and where it asked for none.
  package let ownScope: String?
  package let prompt: String?
  /// How long a token of the implicit flow was to live, in seconds.
  package let lifetime: Int?
  /// The placeholder of the code verifier; `nil` in a flow without one.
  package let codeVerifier: String?
  /// The placeholder of the state; `nil` in a flow without a user.
  package let state: String?
  /// The placeholder of the client secret; `nil` for a client that sent none.
  package let clientSecret: String?
  /// The names of the files with the messages, in order.
  package let messages: [String]
  /// The names of the files in which the server describes itself; `nil` if it did not, and in older recordings.
  package let discovery: [String]?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case version, flow, mode, server, scope, prompt, state, messages, discovery
    case recordedAt = "recorded_at"
    case clientIdentifier = "client_id"
    case applicationType = "application_type"
    case redirectURI = "redirect_uri"
    case ownScope = "own_scope"
    case lifetime = "requested_lifetime"
    case codeVerifier = "code_verifier"
    case clientSecret = "client_secret"
  }

  /// The name of the file with the message that a step sends or reads.
  package static func fileName(_ flow: Flow, step: StepNumber) -> String {
    "\(flow.rawValue)-recorded-\(step)-\(step.sends ? "request" : "response").http"
  }

  /// The names of the files with the request for the server's description, and the response.
  package static let discoveryFileNames = [
    "discovery-recorded-request.http", "discovery-recorded-response.http",
  ]

  /// Every name that a file of a recording can have.
  static let fileNames: Set<String> = Set(
    [fileName] + discoveryFileNames
      + Flow.allCases.flatMap { flow in
        flow.about.steps.filter { $0 > .codeVerifier }.map { fileName(flow, step: $0) }
      })
}
