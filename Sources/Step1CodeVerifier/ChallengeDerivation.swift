public import Vocabulary

/// The values from a code verifier to its S256 code challenge (RFC 7636 §4.2).
///
///     code_challenge = BASE64URL-ENCODE(SHA256(ASCII(code_verifier)))
public struct ChallengeDerivation: Hashable, Sendable {
  /// The verifier that the challenge is derived from.
  public let verifier: CodeVerifier
  /// The verifier's characters as bytes.
  public let ascii: [UInt8]
  /// The 32 bytes of their SHA-256 digest.
  public let digest: [UInt8]
  /// The digest in standard Base64, with padding: an intermediate value, not the challenge.
  public let base64: String
  /// The digest in base64url without padding: the challenge.
  public let base64url: String

  /// Creates the challenge of a verifier and every intermediate value.
  public init(of verifier: CodeVerifier) {
    self.verifier = verifier
    ascii = Array(verifier.value.utf8)
    digest = SHA256.digest(of: ascii)
    base64 = Base64.standard.encode(digest)
    base64url = Base64.urlSafe.encode(digest)
  }

  /// The challenge, as sent in step 2.
  public var challenge: CodeChallenge { CodeChallenge(base64url, method: .s256) }

  /// The shell commands that compute the same challenge with other programs.
  ///
  /// The single quotes are enough: an unreserved character has no meaning for a shell, except a
  /// `~` at the start, which they protect.
  public var shellCommands: [String] {
    let url = "tr '+/' '-_' | tr -d '='"
    return [
      "printf %s '\(verifier.value)' | openssl dgst -sha256 -binary | openssl base64 -A | \(url)",
      "printf %s '\(verifier.value)' | shasum -a 256 | cut -c1-64 | xxd -r -p | base64 | \(url)",
    ]
  }
}
