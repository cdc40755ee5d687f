import HTTPMessages

/// A file in the folder Recordings, compiled into the program.
enum RecordingFile: String, CaseIterable {
  case granted2Request = "pkce-granted-2-request.http"
  case granted3Response = "pkce-granted-3-response.http"
  case granted4Request = "pkce-granted-4-request.http"
  case granted4PublicRequest = "pkce-granted-public-4-request.http"
  case granted5Response = "pkce-granted-5-response.http"
  case partialScopes5Response = "pkce-partial-scopes-5-response.http"
  case denied3Response = "pkce-denied-3-response.http"
  case stateTampered3Response = "pkce-state-tampered-3-response.http"
  case codeExpired5Response = "pkce-code-expired-5-response.http"
  case codeReused5Response = "pkce-code-reused-5-response.http"
  case wrongVerifier4Request = "pkce-wrong-verifier-4-request.http"
  case wrongVerifier4PublicRequest = "pkce-wrong-verifier-public-4-request.http"
  case wrongVerifier5Response = "pkce-wrong-verifier-5-response.http"
  case wrongSecret4Request = "pkce-wrong-secret-4-request.http"
  case wrongSecret5Response = "pkce-wrong-secret-5-response.http"
  case redirectMismatch4Request = "pkce-redirect-mismatch-4-request.http"
  case redirectMismatch4PublicRequest = "pkce-redirect-mismatch-public-4-request.http"
  case redirectMismatch5Response = "pkce-redirect-mismatch-5-response.http"
  case rateLimited5Response = "pkce-rate-limited-5-response.http"
  case gone5Response = "pkce-gone-5-response.http"
  case notJSON5Response = "pkce-not-json-5-response.http"

  /// The recording in the file.
  func recording() throws(HTTPMessageText.Fault) -> Recording {
    try Recording(name: rawValue, bytes: bytes)
  }

  /// The file's bytes, under the names that the build gives them.
  private var bytes: [UInt8] {
    switch self {
    case .granted2Request: PackageResources.pkce_granted_2_request_http
    case .granted3Response: PackageResources.pkce_granted_3_response_http
    case .granted4Request: PackageResources.pkce_granted_4_request_http
    case .granted4PublicRequest: PackageResources.pkce_granted_public_4_request_http
    case .granted5Response: PackageResources.pkce_granted_5_response_http
    case .partialScopes5Response: PackageResources.pkce_partial_scopes_5_response_http
    case .denied3Response: PackageResources.pkce_denied_3_response_http
    case .stateTampered3Response: PackageResources.pkce_state_tampered_3_response_http
    case .codeExpired5Response: PackageResources.pkce_code_expired_5_response_http
    case .codeReused5Response: PackageResources.pkce_code_reused_5_response_http
    case .wrongVerifier4Request: PackageResources.pkce_wrong_verifier_4_request_http
    case .wrongVerifier4PublicRequest: PackageResources.pkce_wrong_verifier_public_4_request_http
    case .wrongVerifier5Response: PackageResources.pkce_wrong_verifier_5_response_http
    case .wrongSecret4Request: PackageResources.pkce_wrong_secret_4_request_http
    case .wrongSecret5Response: PackageResources.pkce_wrong_secret_5_response_http
    case .redirectMismatch4Request: PackageResources.pkce_redirect_mismatch_4_request_http
    case .redirectMismatch4PublicRequest:
      PackageResources.pkce_redirect_mismatch_public_4_request_http
    case .redirectMismatch5Response: PackageResources.pkce_redirect_mismatch_5_response_http
    case .rateLimited5Response: PackageResources.pkce_rate_limited_5_response_http
    case .gone5Response: PackageResources.pkce_gone_5_response_http
    case .notJSON5Response: PackageResources.pkce_not_json_5_response_http
    }
  }
}
