import Step1CodeVerifier
import TestSupport
import Testing
import Vocabulary

struct CodeVerifierStepTests {

  @Test func `a given verifier is kept, and the octets of RFC 7636 Appendix B give its verifier`()
    throws
  {
    // The digest is that of sha256sum.
    let step = CodeVerifierStep(source: .given(Guide.verifier))
    let proof = try step.output()
    expect(proof.verifier.value, is: Guide.verifier)
    expect(proof.challenge.value, is: Guide.challenge)
    let outputs = step.run().outputs
    // printf %s 0123…6789 | sha256sum
    expect(
      outputs.first { $0.name == "sha256_digest" }?.value,
      is: "fb871ff8cce8fea83dfaeab41784305a1461e008dc02a371ed26d856c766c903")
    let octets: [UInt8] = [
      116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77,
      105, 214, 191, 240, 91, 88, 5, 88, 83, 132, 141, 121,
    ]
    let example = try CodeVerifierStep(source: .randomOctets(octets)).output()
    expect(example.verifier.value, is: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
    expect(example.challenge.value, is: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
  }

  @Test func `too few and too many octets, and a verifier that is not allowed, are refused`() throws
  {
    // 32 octets are 43 characters, 96 are 128: RFC 7636 §4.1.
    for count in [0, 1, 31, 97, 200] {
      let step = CodeVerifierStep(source: .randomOctets([UInt8](repeating: 7, count: count)))
      let failure = try #require(step.failure)
      expect(failure.reason, is: .verifierInvalid)
      expect(failure.received, is: "\(count) random octets")
    }
    for count in [32, 33, 95, 96] {
      let step = CodeVerifierStep(source: .randomOctets([UInt8](repeating: 7, count: count)))
      expect(step.failure, is: nil, "\(count) octets")
    }
    let failure = try #require(CodeVerifierStep(source: .given("short")).failure)
    expect(failure.reason, is: .verifierInvalid)
    expect(failure.received, is: "short")
    expect(failure.reference.document, is: "RFC 7636")
    expect(failure.reference.section, is: "4.1")
  }

  @Test func `inputs and outputs are all explained, and the secret ones are marked`() throws {
    let steps = [
      CodeVerifierStep(source: .given(Guide.verifier)),
      CodeVerifierStep(source: .randomOctets([UInt8](repeating: 1, count: 32))),
    ]
    for step in steps {
      let proof = try step.output()
      let outputs = step.run().outputs
      for parameter in step.inputs + outputs {
        expect(parameter.reference != nil, "\(parameter.name)")
        expect(parameter.seenBy, is: nil, "\(parameter.name) stays in the app")
      }
      let open = outputs.filter { !$0.isSecret }.map(\.value)
      for value in open { expect(!value.contains(proof.verifier.value)) }
      expect(outputs.contains { $0.name == "code_verifier" && $0.isSecret })
    }
  }
}
