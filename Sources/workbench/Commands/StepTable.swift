import Step1CodeVerifier
import Step2AuthorizationRequest
import Step3AuthorizationResponse
import Step4TokenRequest
import Step5TokenResponse
import Vocabulary

/// The headings of the five steps, in order.
enum StepTable {
  static let headings: [StepHeading] = [
    CodeVerifierStep.heading, AuthorizationRequest.heading, AuthorizationResponse.heading,
    TokenRequest.heading, TokenResponse.heading,
  ]
}
