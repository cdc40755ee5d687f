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

  case codeGranted2Request = "code-granted-2-request.http"
  case codeGranted3Response = "code-granted-3-response.http"
  case codeGranted4Request = "code-granted-4-request.http"
  case codeGranted5Response = "code-granted-5-response.http"
  case codeDenied3Response = "code-denied-3-response.http"
  case codeStateTampered3Response = "code-state-tampered-3-response.http"
  case codeCodeExpired5Response = "code-code-expired-5-response.http"
  case codeCodeReused5Response = "code-code-reused-5-response.http"
  case codeWrongSecret4Request = "code-wrong-secret-4-request.http"
  case codeWrongSecret5Response = "code-wrong-secret-5-response.http"
  case codeRedirectMismatch4Request = "code-redirect-mismatch-4-request.http"
  case codeRedirectMismatch5Response = "code-redirect-mismatch-5-response.http"
  case implicitGranted2Request = "implicit-granted-2-request.http"
  case implicitGranted3Response = "implicit-granted-3-response.http"
  case implicitPartialScopes3Response = "implicit-partial-scopes-3-response.http"
  case implicitDenied3Response = "implicit-denied-3-response.http"
  case implicitStateTampered3Response = "implicit-state-tampered-3-response.http"
  case clientCredentialsGranted4Request = "client-credentials-granted-4-request.http"
  case clientCredentialsGranted5Response = "client-credentials-granted-5-response.http"
  case clientCredentialsWrongSecret4Request = "client-credentials-wrong-secret-4-request.http"
  case clientCredentialsWrongSecret5Response = "client-credentials-wrong-secret-5-response.http"
  case clientCredentialsNotAuthorized5Response = "client-credentials-not-authorized-5-response.http"

  /// The recording in the file.
  func recording() throws(HTTPMessageText.Fault) -> Recording {
    try Recording(name: rawValue, bytes: bytes)
  }
}
