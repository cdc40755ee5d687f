/// A file in the folder Lessons that is shown, compiled into the program; in the order of the path.
enum LessonFile: String, CaseIterable {
  case beforeYouStart = "0-before-you-start.md"
  case codeVerifier = "1-code-verifier.md"
  case authorizationRequest = "2-authorization-request.md"
  case authorizationResponse = "3-authorization-response.md"
  case tokenRequest = "4-token-request.md"
  case tokenResponse = "5-token-response.md"
  case useRefreshRevoke = "6-use-refresh-revoke.md"
  case compareTheFlows = "7-compare-the-flows.md"
  case codeWithoutPKCE = "8-code-without-pkce.md"
  case implicit = "9-implicit.md"
  case clientCredentials = "10-client-credentials.md"
  case attacksAndDefences = "11-attacks-and-defences.md"
  case whenItGoesWrong = "12-when-it-goes-wrong.md"
  case goLive = "13-go-live.md"
  case fromFitbitToGoogleHealth = "14-from-fitbit-to-google-health.md"
  case yourOwnClient = "15-your-own-client.md"
  case glossary = "glossary.md"
  case workshop = "workshop.md"
  case handout = "handout.md"

  /// The file's bytes, under the names that the build gives them: no name begins with a digit.
  var bytes: [UInt8] {
    switch self {
    case .beforeYouStart: PackageResources.__before_you_start_md
    case .codeVerifier: PackageResources.__code_verifier_md
    case .authorizationRequest: PackageResources.__authorization_request_md
    case .authorizationResponse: PackageResources.__authorization_response_md
    case .tokenRequest: PackageResources.__token_request_md
    case .tokenResponse: PackageResources.__token_response_md
    case .useRefreshRevoke: PackageResources.__use_refresh_revoke_md
    case .compareTheFlows: PackageResources.__compare_the_flows_md
    case .codeWithoutPKCE: PackageResources.__code_without_pkce_md
    case .implicit: PackageResources.__implicit_md
    case .clientCredentials: PackageResources._0_client_credentials_md
    case .attacksAndDefences: PackageResources._1_attacks_and_defences_md
    case .whenItGoesWrong: PackageResources._2_when_it_goes_wrong_md
    case .goLive: PackageResources._3_go_live_md
    case .fromFitbitToGoogleHealth: PackageResources._4_from_fitbit_to_google_health_md
    case .yourOwnClient: PackageResources._5_your_own_client_md
    case .glossary: PackageResources.glossary_md
    case .workshop: PackageResources.workshop_md
    case .handout: PackageResources.handout_md
    }
  }
}
