import RecordedChannels
import Step1CodeVerifier
import Vocabulary

/// What a run is about: options first, then the session, then what the recordings were made with.
struct Settings {
  let flow: Flow
  let mode: Mode
  let server: AuthorizationServer
  /// The recorded case; `granted` outside dry-run mode, where none is followed.
  let scenario: Scenario
  let client: Client
  let scope: Scope
  let prompt: Prompt?
  /// How long a token of the implicit flow shall live.
  let lifetime: ImplicitLifetime
  /// Where a new code verifier comes from.
  let verifierSource: CodeVerifierStep.Source
  /// The state for a new authorization request.
  let state: State
  /// Whether that state was given or made.
  let stateOrigin: Origin
  /// Whether the client secret is the user's own, and so must be hidden.
  let hasRealSecret: Bool
}
