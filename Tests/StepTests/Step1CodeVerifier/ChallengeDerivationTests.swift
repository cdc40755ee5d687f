import Step1CodeVerifier
import TestSupport
import Testing
import Vocabulary

struct ChallengeDerivationTests {
  @Test func `the published verifiers give the published challenges, by the published values`()
    throws
  {
    let vectors = try PublishedVectors.load().pkce
    expect(vectors.count, is: 2)
    for vector in vectors {
      let published = ChallengeDerivation(of: try CodeVerifier(vector.verifier))
      expect(published.challenge.value, is: vector.challenge, "\(vector.source)")
      expect(published.challenge.method, is: .s256)
      expect(published.verifier.value, is: vector.verifier)
    }
    let verifier = try CodeVerifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
    let derivation = ChallengeDerivation(of: verifier)
    // Both lists of octets stand in the appendix, in decimal.
    let ascii: [UInt8] = [
      100, 66, 106, 102, 116, 74, 101, 90, 52, 67, 86, 80, 45, 109, 66, 57, 50, 75, 50, 55, 117,
      104, 98, 85, 74, 85, 49, 112, 49, 114, 95, 119, 87, 49, 103, 70, 87, 70, 79, 69, 106, 88, 107,
    ]
    let digest: [UInt8] = [
      19, 211, 30, 150, 26, 26, 216, 236, 47, 22, 177, 12, 76, 152, 46, 8, 118, 168, 120, 173, 109,
      241, 68, 86, 110, 225, 137, 74, 203, 112, 249, 195,
    ]
    expect(derivation.ascii, is: ascii)
    expect(derivation.digest, is: digest)
    // openssl base64 of the digest.
    expect(derivation.base64, is: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM=")
    expect(derivation.base64url, is: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
  }

  @Test(
    .enabled(
      if: IndependentProgram.exists("openssl", "shasum", "xxd", "base64"),
      "openssl, shasum, xxd or base64 is not installed"),
    arguments: [Guide.verifier, "~~" + Guide.verifier, "-n" + Guide.verifier + "._~"])
  func `both shell commands print the same challenge`(text: String) throws {
    let derivation = ChallengeDerivation(of: try CodeVerifier(text))
    expect(derivation.shellCommands.count, is: 2)
    for command in derivation.shellCommands {
      let output = String(decoding: try IndependentProgram.shell(command), as: UTF8.self)
      expect(output.filter { !$0.isNewline }, is: derivation.base64url, "\(command)")
    }
  }
}
