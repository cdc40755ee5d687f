// Step 1: create a code verifier and derive the code challenge from it.

// snippet.make
import Step1CodeVerifier
import Vocabulary

// The guide's verifier, so that you can compare. A real client uses 32 random octets:
//   var generator = SystemRandomNumberGenerator()
//   let octets = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
//   let step = CodeVerifierStep(source: .randomOctets(octets))
let step = CodeVerifierStep(
  source: .given("01234567890123456789012345678901234567890123456789"))
let proof = try step.output()
// snippet.end

// snippet.show-both
// The challenge is not a secret. It goes into the authorization request in step 2.
print("code_challenge:", proof.challenge.value)
print("code_challenge_method:", proof.challenge.method.rawValue)

// The verifier is a secret until step 4. Printing it takes a deliberate `.value`.
print("code_verifier:", proof.verifier)
// snippet.end

// snippet.refuse
// An invalid verifier is rejected with the reason.
do {
  _ = try CodeVerifierStep(source: .given("too short")).output()
} catch {
  print(error.message)
}
// snippet.end

// Prints "code_challenge: -4cf-Mzo_qg9-uq0F4QwWhRh4AjcAqNx7SbYVsdmyQM"
// Prints "code_challenge_method: S256"
// Prints "code_verifier: CodeVerifier(hidden)"
// Prints "The code verifier cannot be used: a code verifier contains only A-Z a-z 0-9 - . _ ~, and character 4 is a space."
