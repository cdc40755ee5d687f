// The PKCE bench: what is wrong with this code challenge?

// snippet.derive
import Diagnosis
import Step1CodeVerifier
import Vocabulary

let derivation = ChallengeDerivation(
  of: try CodeVerifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
print("right:", derivation.challenge.value)
// snippet.end

// snippet.diagnose
// One of these four is correct. The others are mistakes that real clients have made.
let sent = [
  "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
  "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=",
  "033578e0e77cf3b876d566608e12271058ca3043f3ccb38f024b09e4f7f57a87",
  "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
]
for challenge in sent {
  print(PairDiagnosis(verifier: derivation.verifier.value, challenge: challenge).summary)
}
// snippet.end

// Prints "right: E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
// Prints "equal"
// Prints "padding_left_on"
// Prints "trailing_newline + hexadecimal"
// Prints "plain"
