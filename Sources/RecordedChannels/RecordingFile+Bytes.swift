extension RecordingFile {
  /// The file's bytes, under the names that the build gives them.
  var bytes: [UInt8] {
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
    case .codeGranted2Request:
      PackageResources.code_granted_2_request_http
    case .codeGranted3Response:
      PackageResources.code_granted_3_response_http
    case .codeGranted4Request:
      PackageResources.code_granted_4_request_http
    case .codeGranted5Response:
      PackageResources.code_granted_5_response_http
    case .codeDenied3Response:
      PackageResources.code_denied_3_response_http
    case .codeStateTampered3Response:
      PackageResources.code_state_tampered_3_response_http
    case .codeCodeExpired5Response:
      PackageResources.code_code_expired_5_response_http
    case .codeCodeReused5Response:
      PackageResources.code_code_reused_5_response_http
    case .codeWrongSecret4Request:
      PackageResources.code_wrong_secret_4_request_http
    case .codeWrongSecret5Response:
      PackageResources.code_wrong_secret_5_response_http
    case .codeRedirectMismatch4Request:
      PackageResources.code_redirect_mismatch_4_request_http
    case .codeRedirectMismatch5Response:
      PackageResources.code_redirect_mismatch_5_response_http
    case .implicitGranted2Request:
      PackageResources.implicit_granted_2_request_http
    case .implicitGranted3Response:
      PackageResources.implicit_granted_3_response_http
    case .implicitPartialScopes3Response:
      PackageResources.implicit_partial_scopes_3_response_http
    case .implicitDenied3Response:
      PackageResources.implicit_denied_3_response_http
    case .implicitStateTampered3Response:
      PackageResources.implicit_state_tampered_3_response_http
    case .clientCredentialsGranted4Request:
      PackageResources.client_credentials_granted_4_request_http
    case .clientCredentialsGranted5Response:
      PackageResources.client_credentials_granted_5_response_http
    case .clientCredentialsWrongSecret4Request:
      PackageResources.client_credentials_wrong_secret_4_request_http
    case .clientCredentialsWrongSecret5Response:
      PackageResources.client_credentials_wrong_secret_5_response_http
    case .clientCredentialsNotAuthorized5Response:
      PackageResources.client_credentials_not_authorized_5_response_http
    }
  }
}
