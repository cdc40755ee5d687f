import Flows
import Step1CodeVerifier
import Step2AuthorizationRequest
import Step3AuthorizationResponse
import Step4TokenRequest
import Step5TokenResponse
import Transcript
import Vocabulary

/// What `workbench` alone says: the five steps and what to type next.
enum Overview {
  static func text(_ program: String, _ style: TextStyle) -> String {
    let steps = StepTable.headings.map { heading in
      ("\(heading.number)  \(heading.title)", heading.traffic)
    }
    let next = [
      ("\(program) walk", "all five in order"),
      ("\(program) walk --mode practice", "the same with a server that really answers"),
      ("\(program) walk --flow code", "another flow: " + Flow.otherNames),
      ("\(program) step 1", "one at a time, then step 2, and so on"),
      ("\(program) scenarios", "what can go wrong, to be tried without harm"),
      ("\(program) lesson", "a text about each step, to be read along"),
      ("\(program) help", "all commands"),
    ]
    let introduction = style.wrap(
      "OAuth Workbench: Fitbit's authorization code flow with PKCE, one step at a time. Nothing is sent: "
        + "the answers are recordings.", indentation: 0)
    return introduction.map { $0 + "\n" }.joined() + "\n" + style.heading("The five steps") + "\n"
      + HelpText.table(steps, style) + "\n" + style.heading("What to type next") + "\n"
      + HelpText.table(next, style)
  }
}

/// The headings of the five steps, in order.
enum StepTable {
  static let headings: [StepHeading] = [
    CodeVerifierStep.heading, AuthorizationRequest.heading, AuthorizationResponse.heading,
    TokenRequest.heading, TokenResponse.heading,
  ]
}
