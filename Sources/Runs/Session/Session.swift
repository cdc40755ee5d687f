import Flows
import HTTPMessages
import TokenUse
package import Transcript
package import Vocabulary

/// What one step hands to the next, across runs of the program.
package struct Session: Codable, Hashable {
  /// One value with where it comes from.
  package struct Value: Codable, Hashable {
    package let value: String
    package let origin: Origin
    /// The step that left it.
    package let step: StepNumber
  }

  /// The version of the file's form.
  static let currentVersion = 1

  package var version = Session.currentVersion
  package var flow = Flow.usual
  package var mode = Mode.dryRun
  /// The server of live mode; `nil` for the usual one, and in any other mode.
  package var server: AuthorizationServer?
  /// What was sent, and whose answer is not here yet; `nil` if nothing is under way.
  package var pending: PendingRequest?
  /// The scenario that the steps follow.
  package var scenario: String?
  /// Whether fresh random values are to be made where none is given.
  var usesRandomValues = false
  /// The values by name.
  package var values: [String: Value] = [:]

  /// The names of the values that the user gave, which the next authorization keeps.
  ///
  /// The others are defaults of a mode. `nil` in an older file, which did not tell them apart.
  package var chosen: [String]? = []

  /// Whether the server has ended the refresh token, so that it is no use to ask for another access token.
  ///
  /// `nil` for no, and in older files.
  package var isRevoked: Bool?

  /// Whether a client whose type the user did not name is a public one, if the flow permits it.
  ///
  /// `nil` for no, and in older files, whose clients were the first type of the flow.
  var prefersPublicClient: Bool?

  /// The step that was done last, one of the five; `nil` for none, and in older files.
  var lastStep: StepNumber?

  /// The command that used the tokens last; `nil` for none, and in older files.
  package private(set) var lastUse: String?

  /// Where the last command failed; `nil` if it did not, and in older files.
  package var failure: Failure?

  /// The place and the kind of a failure.
  package struct Failure: Codable, Hashable {
    /// The step that failed.
    package let step: StepNumber
    /// The kind, in lower case with underscores; `nil` if no message shows it.
    let reason: String?

    package init(at step: StepNumber, reason: String? = nil) {
      self.step = step
      self.reason = reason
    }
  }

  /// A session in which nothing was done.
  package init() {}

  /// Whether there is a refresh token that may work.
  package var holdsRefreshToken: Bool { values["refresh_token"] != nil && isRevoked != true }

  /// Whether no step has left anything.
  package var isEmpty: Bool { values.isEmpty && lastStep == nil }

  /// The step of the five that was done last; `nil` if none was.
  package var lastDone: StepNumber? {
    lastStep ?? values.values.map(\.step).filter(\.isOneOfTheFive).max()
  }

  /// The names that are kept of each step, and the names that they are kept under.
  ///
  /// Step 4 leaves nothing: all that it needs is here already, and a mistake that a scenario makes
  /// there must not be kept.
  private static let kept: [StepNumber: [String: String]] = [
    .codeVerifier: [
      "code_verifier": "code_verifier", "code_challenge": "code_challenge",
      "code_challenge_method": "code_challenge_method",
    ],
    .authorizationRequest: [
      "client_id": "client_id", "redirect_uri": "redirect_uri", "scope": "scope",
      "state": "state", "prompt": "prompt",
    ],
    // The implicit flow ends with step 3, and leaves there what the others leave in step 5.
    .authorizationResponse: [
      "redirect": "redirect", "code": "code", "access_token": "access_token",
      "token_type": "token_type", "scope": "granted_scope", "user_id": "user_id",
    ],
    .tokenResponse: [
      "access_token": "access_token", "token_type": "token_type", "expires_at": "expires_at",
      "refresh_token": "refresh_token", "scope": "granted_scope", "user_id": "user_id",
    ],
    // A refresh brings a new pair.
    .after: [
      "access_token": "access_token", "expires_at": "expires_at",
      "refresh_token": "refresh_token",
    ],
  ]

  /// The commands about tokens, by the names of the responses that end them.
  private static let uses = [
    "resource-response": "profile", "refresh-response": "refresh",
    "introspection-response": "introspect", "revocation-response": "revoke",
  ]

  /// Keeps what a step left, and forgets what later steps had left: it belongs to another route.
  package mutating func keep(_ step: StepReport) {
    let number = step.heading.number
    // What comes after the five steps begins no other route; only a refresh leaves something.
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

  /// Forgets how far the last authorization got: another one starts.
  mutating func forgetProgress() { (lastStep, lastUse, failure) = (nil, nil, nil) }

  /// The values in the order in which the steps left them.
  package var ordered: [(name: String, value: Value)] {
    values.sorted { ($0.value.step, $0.key) < ($1.value.step, $1.key) }
      .map { (name: $0.key, value: $0.value) }
  }
}

extension Session {
  /// The values as the messages of this transaction carried them, by their names.
  ///
  /// A value that was typed after the message is not the one in it.
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
