import TestSupport
import Testing
import Vocabulary

struct PromptTests {
  // OpenID Connect Core 1.0 §3.1.2.1: a list of none, login, consent and select_account, in any order; none
  // with another value is an error.
  @Test(arguments: [
    "none", "login", "consent", "select_account", "login consent", "consent login",
    "consent select_account", "select_account login consent",
  ])
  func `a list in any order is kept as it is`(text: String) {
    expect(Prompt(rawValue: text)?.rawValue, is: text)
  }

  @Test(arguments: [
    "", " ", "create", "none login", "login none", "login login", "login  consent", "Login",
    "login,consent", " login",
  ])
  func `anything else is none`(text: String) {
    expect(Prompt(rawValue: text), is: nil)
  }

  @Test func `Fitbit documents four values`() {
    expect(
      Prompt.documentedByFitbit.map(\.rawValue), is: ["none", "consent", "login", "login consent"])
    expect(Prompt(rawValue: "consent login")?.isDocumentedByFitbit, is: false)
    expect(!Prompt.selectAccount.isDocumentedByFitbit)
  }
}
