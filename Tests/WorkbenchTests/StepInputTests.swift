import TestSupport
import Testing

@testable import workbench

struct StepInputTests {
  @Test(arguments: [
    ([], 2, 1, 1), ([], 3, 2, 1), ([], 4, 3, 1), ([], 5, 3, 1), (["1"], 3, 2, 2),
    (["1"], 4, 3, 2), (["1"], 5, 3, 2),
  ])
  func `a step that came too early names the step that makes its input, and the next to do`(
    done: [String], number: Int, maker: Int, next: Int
  ) async throws {
    let bench = try Bench()
    for number in done { _ = await bench.run("step", number) }
    let answer = await bench.run("step", "\(number)")
    expect(answer.exitCode, is: 1)
    expect(answer.output, is: "")
    expect(answer.errors.contains("from step \(maker)."))
    expect(answer.errors.contains("workbench step \(next)\n"))
  }

  @Test func `what is typed at one step stands in the requests of later ones`() async throws {
    let bench = try Bench()
    _ = await bench.run("step", "1", "--client-id", "MINE")
    let answer = await bench.run("step", "2")
    expect(answer.exitCode, is: 0)
    expect(answer.output.contains("client_id=MINE&"))
    let other = try Bench()
    let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    _ = await other.run("step", "1")
    let second = await other.run("step", "2", "--verifier", verifier)
    expect(second.output.contains("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"))
    let url = "\(Guide.redirectURI)?code=c&state=\(Guide.state)"
    expect(await other.run("step", "3", "--redirect", url).exitCode, is: 0)
    expect(await other.run("step", "4").output.contains("&code_verifier=\(verifier)&"))
  }

  @Test func `an application type typed at walk is used by step 5 afterwards`() async throws {
    let bench = try Bench()
    expect(await bench.run("walk", "--app-type", "client").exitCode, is: 0)
    expect(await bench.run("step", "5").exitCode, is: 0)
    expect(try bench.sessionValues()["application_type"], is: "client")
    expect(await !bench.run("step", "4").output.contains("Authorization: Basic"))
  }

  @Test func `a random verifier and state live on to step 4`() async throws {
    let bench = try Bench()
    for words in [["step", "1", "--random"], ["step", "2"]] {
      expect(await bench.run(words).exitCode, is: 0)
    }
    let values = try bench.sessionValues()
    let state = try #require(values["state"])
    let verifier = try #require(values["code_verifier"])
    expect(state != Guide.state)
    expect(verifier, is: "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")
    let url = "\(Guide.redirectURI)?code=c&state=\(state)"
    expect(await bench.run("step", "3", "--redirect", url).exitCode, is: 0)
    expect(await bench.run("step", "4").output.contains("&code_verifier=\(verifier)&"))
  }

  @Test
  func `step 1 begins a new authorization, and any other step forgets what later ones had left`()
    async throws
  {
    let bench = try Bench()
    let application = ["--app-type", "personal"]
    expect(await bench.run(["walk"] + application).exitCode, is: 0)
    let before = try bench.sessionValues()
    expect(before["code"] != nil)
    expect(before["access_token"] != nil)
    expect(await bench.run("step", "1").exitCode, is: 0)
    let after = try bench.sessionValues()
    for name in ["code", "redirect", "state", "access_token", "refresh_token", "granted_scope"] {
      expect(after[name], is: nil)
    }
    expect(after["application_type"], is: "personal")
    // Nobody gave it: it is a default of the mode, which step 2 looks up again.
    expect(after["client_id"], is: nil)
    expect(await bench.run("step", "4").errors.contains("from step 3."))
    let again = try Bench()
    expect(await again.run("walk").exitCode, is: 0)
    expect(await again.run("step", "2").exitCode, is: 0)
    let values = try again.sessionValues()
    expect(values["code_verifier"] != nil)
    expect(values["code"], is: nil)
    expect(values["access_token"], is: nil)
  }

  @Test func `neither a scenario's mistake in step 4 nor a value of a step that stops is kept`()
    async throws
  {
    let bench = try Bench()
    expect(await bench.run("walk", "--scenario", "wrong-verifier").exitCode, is: 1)
    expect(try bench.sessionValues()["code_verifier"], is: Guide.verifier)
    expect(await bench.run("step", "4", "--scenario", "granted").exitCode, is: 0)
    expect(await bench.run("step", "5").exitCode, is: 0)
    let stopped = try Bench()
    for number in ["1", "2"] { _ = await stopped.run("step", number) }
    expect(await stopped.run("step", "3", "--scenario", "state-tampered").exitCode, is: 1)
    expect(try stopped.sessionValues()["code"], is: nil)
    expect(await stopped.run("step", "4").errors.contains("from step 3."))
  }

  @Test func `an option of one step given to another is refused with its step`() async throws {
    let bench = try Bench()
    let redirect = await bench.run("step", "2", "--redirect", "x")
    expect(redirect.exitCode, is: 64)
    expect(redirect.errors.contains("belongs to step 3"))
    let response = await bench.run("step", "4", "--response", "x")
    expect(response.exitCode, is: 64)
    expect(response.errors.contains("belongs to step 5"))
  }
}
