import Flows
import Recordings
package import Vocabulary

/// The values that a replay needs in addition to the messages: `run.json` of a recording.
package struct RecordedRun: Codable, Hashable {
  /// The name of the file.
  package static let fileName = "run.json"
  /// The version of the file format.
  static let currentVersion = 1

  package var version = RecordedRun.currentVersion
  package let flow: Flow
  /// The mode of the run, as typed.
  package let mode: String
  /// The end of the run, in seconds since 1970-01-01 00:00 UTC.
  package let recordedAt: Int64
  package let server: AuthorizationServer
  let clientIdentifier: String
  package let applicationType: String
  package let redirectURI: String
  package let scope: String
  /// The scope that a client without a user requested, or `nil` for none or in other flows.
  package let ownScope: String?
  package let prompt: String?
  /// The requested lifetime of the token in the implicit flow, in seconds.
  package let lifetime: Int?
  /// The placeholder of the code verifier, or `nil` in a flow without one.
  package let codeVerifier: String?
  /// The placeholder of the state, or `nil` in a flow without a user.
  package let state: String?
  /// The placeholder of the client secret, or `nil` for a client that sent none.
  package let clientSecret: String?
  /// The names of the files with the messages, in order.
  package let messages: [String]
  /// The names of the files with the server's metadata, or `nil` for none and in older recordings.
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

  /// Returns the name of the file with the message that a step sends or reads.
  package static func fileName(_ flow: Flow, step: StepNumber) -> String {
    "\(flow.rawValue)-recorded-\(step)-\(step.sends ? "request" : "response").http"
  }

  /// The names of the files with the metadata request and its response.
  package static let discoveryFileNames = [
    "discovery-recorded-request.http", "discovery-recorded-response.http",
  ]

  /// The names that files of a recording can have.
  static let fileNames: Set<String> = Set(
    [fileName] + discoveryFileNames
      + Flow.allCases.flatMap { flow in
        flow.about.steps.filter { $0 > .codeVerifier }.map { fileName(flow, step: $0) }
      })
}
