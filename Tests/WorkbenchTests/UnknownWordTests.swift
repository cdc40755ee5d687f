import Recordings
import TestSupport
import Testing
import Vocabulary

@testable import workbench

struct UnknownWordTests {
  @Test(arguments: [
    (["wlak"], "walk"), (["stepp", "1"], "step"), (["--hlep"], "--help"),
    (["--verson"], "--version"), (["versoin"], "version"),
    (["walk", "--senario", "gone"], "--scenario"),
    (["walk", "--scenario", "grantd"], "granted"), (["walk", "--format", "jsn"], "json"),
    (["walk", "--nopause"], "--no-pause"), (["step", "1", "--radnom"], "--random"),
    (["session", "resett"], "reset"), (["completions", "bsh"], "bash"), (["help", "wlak"], "walk"),
    (["help", "exit-code"], "exit-codes"), (["glossary", "redirect_url"], "redirect_uri"),
    (["lesson", "code-verifer"], "code-verifier"), (["lesson", "glosary.md"], "glossary"),
    (["challenge", "x", "--comprae", "y"], "--compare"),
    (["attack", "leek"], "leak"), (["compare", "pcke"], "pkce"),
    (["lesson", "tokens"], "token-request"),
    (["walk", "--server", "fitbitt"], "fitbit"), (["servers", "fitbti"], "fitbit"),
    (["doctor", "--server", "gogle-health"], "google-health"),
    (["walk", "--flow", "PKCE"], "pkce"),
    (["practice", "--without", "pkce-verifed"], "pkce-verified"),
    (["practice", "--fault", "slo"], "slow"), (["walk", "--prompt", "conset"], "consent"),
    (["help", "exitcodes"], "exit-codes"), (["glossary", "acess token"], "access_token"),
  ])
  func `an unknown word is answered with the nearest known one`(
    words: [String], nearest: String
  ) async throws {
    let answer = try await Bench().run(words)
    expect(answer.exitCode, is: 64)
    expect(answer.errors.contains("Did you mean '\(nearest)'?"))
    expect(answer.output, is: "")
  }

  @Test func `the glossary finds a word in any case, or the entries that mention it`() async throws
  {
    let bench = try Bench()
    expect(await bench.run("glossary", "csrf", "--no-pager").output.contains("CSRF"))
    let answer = await bench.run("glossary", "planted")
    expect(answer.exitCode, is: 64)
    expect(answer.errors.contains("These entries mention it: state"))
  }

  @Test func `an unknown option in front is not answered with commands`() async throws {
    for word in ["-x", "--format", "--verbose"] {
      let answer = try await Bench().run(word)
      expect(answer.exitCode, is: 64)
      expect(!answer.errors.contains("Known: walk"))
    }
  }

  @Test func `a word of one's own may begin with hyphens`() async throws {
    let bench = try Bench()
    let verifier = "--" + String(repeating: "a", count: 41)
    expect(await bench.run("challenge", "--", verifier).exitCode, is: 0)
    expect(await bench.run("challenge", "-" + verifier.dropFirst(2) + "a").exitCode, is: 0)
    // The guide's own challenge begins with one.
    let answer = await bench.run(
      "challenge", Guide.verifier, "--compare",
      "-4cf-Mzo_qg9-uq0F4QwWhRh4AjcAqNx7SbYVsdmyQM")
    expect(answer.exitCode, is: 0)
  }

  @Test func `a value may stand behind an equals sign or in a word of its own`() async throws {
    let bench = try Bench()
    for scenario in Scenario.of(.pkce).map(\.name) {
      let apart = await bench.run("walk", "--scenario", scenario)
      expect(await bench.run("walk", "--scenario=\(scenario)"), is: apart)
    }
    expect(await bench.run("walk", "--state=a=b").output.contains("state=a%3Db"))
  }

  @Test(arguments: ["0", "-5", "1", "23", "100", "1000", "99999999999999999999", "wide", ""])
  func `any width that the environment names will do`(columns: String) async throws {
    let answer = try await Bench().run("walk", environment: ["COLUMNS": columns])
    expect(answer.exitCode, is: 0)
    expect(answer.output.contains("Step 5 of 5"))
  }
}
