// The PKCE bench: what is wrong with this code challenge?

// snippet.derive
import Step1CodeVerifier
import Vocabulary

let derivation = ChallengeDerivation(
  of: try CodeVerifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
print("right:", derivation.challenge.value)
// snippet.end

// snippet.diagnose
// One of these four is right; the others are mistakes that real clients have made.
let sent = [
  "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
  "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM=",
  "13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3",
  "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
]
for challenge in sent {
  print(ChallengeDiagnosis(of: challenge, against: derivation).rawValue)
}
// snippet.end

// Prints "right: E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
// Prints "equal"
// Prints "standard_alphabet"
// Prints "hexadecimal"
// Prints "plain"
