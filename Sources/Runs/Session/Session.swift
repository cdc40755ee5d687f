import Flows
import HTTPMessages
import TokenUse
package import Transcript
package import Vocabulary

/// The values that the steps pass to each other, across runs of the program.
package struct Session: Codable, Hashable {
  /// One value with its origin.
  package struct Value: Codable, Hashable {
    package let value: String
    package let origin: Origin
    /// The step that saved it.
    package let step: StepNumber
  }

  /// The version of the file format.
  static let currentVersion = 1

  package var version = Session.currentVersion
  package var flow = Flow.usual
  package var mode = Mode.dryRun
  /// The server of live mode, or `nil` for the usual one, and in other modes.
  package var server: AuthorizationServer?
  /// The request whose response was not saved yet, or `nil` for none.
  package var pending: PendingRequest?
  /// The scenario that the steps follow.
  package var scenario: String?
  /// Whether to generate random values if none are given.
  var usesRandomValues = false
  /// The values by name.
  package var values: [String: Value] = [:]

  /// The names of the values that the user gave, which the next transaction keeps.
  ///
  /// The others are defaults of a mode. `nil` in an older file, which did not distinguish them.
  package var chosen: [String]? = []

  /// Whether the server has revoked the refresh token, so that it cannot be exchanged.
  ///
  /// `nil` for no, and in older files.
  package var isRevoked: Bool?

  /// Whether a client whose type the user did not name is a public one, if the flow permits it.
  ///
  /// `nil` for no, and in older files, whose clients were the first type of the flow.
  var prefersPublicClient: Bool?

  /// The last completed step of the five, or `nil` for none, and in older files.
  var lastStep: StepNumber?

  /// The command that used the tokens last, or `nil` for none, and in older files.
  package private(set) var lastUse: String?

  /// The failure of the last command, or `nil` if it succeeded, and in older files.
  package var failure: Failure?

  /// The place and the kind of a failure.
  package struct Failure: Codable, Hashable {
    /// The step that failed.
    package let step: StepNumber
    /// The kind, in lower case with underscores, or `nil` if no message shows it.
    let reason: String?

    package init(at step: StepNumber, reason: String? = nil) {
      self.step = step
      self.reason = reason
    }
  }

  /// Creates an empty session.
  package init() {}

  /// Whether there is a refresh token that may work.
  package var hasRefreshToken: Bool { values["refresh_token"] != nil && isRevoked != true }

  /// Whether no step has saved a value.
  package var isEmpty: Bool { values.isEmpty && lastStep == nil }

  /// The last completed step of the five, or `nil` if there is none.
  package var lastDone: StepNumber? {
    lastStep ?? values.values.map(\.step).filter(\.isOneOfTheFive).max()
  }

  /// The names of the values to keep from each step, with their names in the session.
  ///
  /// Step 4 saves nothing. Its inputs are in the session already, and a scenario's deliberate
  /// mistake must not be kept.
  private static let kept: [StepNumber: [String: String]] = [
    .codeVerifier: [
      "code_verifier": "code_verifier", "code_challenge": "code_challenge",
      "code_challenge_method": "code_challenge_method",
    ],
    .authorizationRequest: [
      "client_id": "client_id", "redirect_uri": "redirect_uri", "scope": "scope",
      "state": "state", "prompt": "prompt",
    ],
    // The implicit flow ends with step 3, which saves what step 5 saves in other flows.
    .authorizationResponse: [
      "redirect": "redirect", "code": "code", "access_token": "access_token",
      "token_type": "token_type", "scope": "granted_scope", "user_id": "user_id",
    ],
    .tokenResponse: [
      "access_token": "access_token", "token_type": "token_type", "expires_at": "expires_at",
      "refresh_token": "refresh_token", "scope": "granted_scope", "user_id": "user_id",
    ],
    // A refresh returns a new pair.
    .after: [
      "access_token": "access_token", "expires_at": "expires_at",
      "refresh_token": "refresh_token",
    ],
  ]

  /// The token commands, by the names of their last steps.
  private static let uses = [
    "resource-response": "profile", "refresh-response": "refresh",
    "introspection-response": "introspect", "revocation-response": "revoke",
  ]

  /// Keeps the values of a step, and removes those of later steps: they belong to an earlier run.
  package mutating func keep(_ step: StepReport) {
    let number = step.heading.number
    // A token command removes no values, and only a refresh saves new ones.
    let isAfterwards = !number.isOneOfTheFive
    if !isAfterwards { values = values.filter { $0.value.step < number } }
    failure = nil
    if !isAfterwards { (lastStep, lastUse) = (number, nil) }
    if isAfterwards, let use = Self.uses[step.heading.name] { lastUse = use }
    let names = Self.kept[number] ?? [:]
    if step.heading == RevocationResponse.heading { isRevoked = true }
    if step.outputs.contains(where: { names[$0.name] == "access_token" }) { isRevoked = nil }
    for parameter in (isAfterwards ? [] : step.inputs) + step.outputs {
      guard let name = names[parameter.name] else { continue }
      values[name] = Value(value: parameter.value, origin: parameter.origin, step: number)
    }
  }

  /// Removes the progress of the last transaction, before another one starts.
  mutating func forgetProgress() { (lastStep, lastUse, failure) = (nil, nil, nil) }

  /// The values in the order in which the steps saved them.
  package var ordered: [(name: String, value: Value)] {
    values.sorted { ($0.value.step, $0.key) < ($1.value.step, $1.key) }
      .map { (name: $0.key, value: $0.value) }
  }
}

extension Session {
  /// The values in the messages of this transaction, by their names.
  ///
  /// A value that the user typed after a message is not the one in it.
  var sentValues: [String: String] {
    var sent = values.mapValues(\.value)
    sent["response_type"] = flow.about.redirectCarries == .code ? "code" : "token"
    sent["code_challenge"] =
      flow.about.usesPKCE ? sent["sent_challenge"] ?? sent["code_challenge"] : nil
    if values["redirect_uri"]?.step == .before, let redirect = sent["redirect"] {
      // The server sent the browser to the redirect URI of the request.
      let base = URLParts(redirect).withoutQueryAndFragment
      let isSame = URLParts(sent["redirect_uri"] ?? "").withoutQueryAndFragment == base
      sent["redirect_uri"] = isSame ? nil : base
    }
    return sent
  }
}
