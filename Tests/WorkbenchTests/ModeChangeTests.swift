import TestSupport
import Testing

struct ModeChangeTests {
  @Test func `a first step takes nothing of the client that another mode has left`() async throws {
    let bench = try Bench()
    let elsewhere = "http://127.0.0.1:8089/callback/"
    let refused = await bench.run("walk", "--mode", "practice", "--redirect-uri", elsewhere)
    expect(refused.exitCode, is: 1)
    for number in 1...5 {
      let answer = await bench.run("step", "\(number)")
      expect(answer.exitCode, is: 0, "step \(number): \(answer.errors)")
      expect(!answer.output.contains(elsewhere))
    }
  }

  @Test func `in one mode a first step keeps what describes the application`() async throws {
    let bench = try Bench()
    _ = await bench.run("step", "1", "--mode", "practice", "--app-type", "client")
    expect(await bench.run("step", "1", "--mode", "practice").exitCode, is: 0)
    expect(await bench.run("step", "2").output.contains("client_id=CLI001"))
  }

  @Test(arguments: [
    "access token", "Access_Token", "redirect URI", "authorization code", "rotation",
  ])
  func `the glossary knows a name by its words`(name: String) async throws {
    expect(try await Bench().run("glossary", name).exitCode, is: 0)
  }
}
