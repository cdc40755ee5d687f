import Lessons
import Recordings
import TestSupport
import Testing
import Transcript
import Vocabulary

@testable import Runs
@testable import workbench

struct FailureLessonTests {
  @Test(arguments: [
    (Flow.pkce, [13, 1, 2, 3, 4, 5, 6]), (.code, [13, 8, 8, 8, 8, 8, 6]),
    (.implicit, [13, 9, 9, 9, 9, 9, 6]), (.clientCredentials, [13, 10, 10, 10, 10, 10, 6]),
  ])
  func `every step of every flow has its lesson`(flow: Flow, numbers: [Int]) {
    for (step, number) in zip(StepNumber.allCases, numbers) {
      let advice = NextAction.lesson(explaining: step, of: flow)
      expect(advice.verb, is: .plain("lesson \(number)"))
      expect(advice.text.contains("\(number)"))
      expect(Lesson.named("\(number)") != nil)
    }
  }

  @Test(arguments: ["text", "json", "html"])
  func `a failure names its lesson in every form`(format: String) async throws {
    for (words, number) in [
      (["--scenario", "denied"], 3), (["--scenario", "code-expired"], 5),
      (["--flow", "code", "--scenario", "wrong-secret"], 8),
      (["--flow", "implicit", "--scenario", "state-tampered"], 9), (["--scope", "sleep"], 2),
    ] {
      let answer = try await Bench().run(["walk", "--format", format] + words)
      expect(answer.exitCode, is: 1)
      expect(answer.output.contains("Lesson \(number) explains this"), "\(words)")
      expect(answer.output.contains("workbench lesson \(number)"))
      expect(
        answer.errors.contains("Lesson \(number) explains this: workbench lesson \(number)\n"))
    }
  }

  @Test func `the use of a token names lesson 6, and a run that goes well names none`() async throws
  {
    let bench = try Bench.seeded()
    _ = await bench.run("walk", "--mode", "practice")
    expect(await bench.run("revoke").exitCode, is: 0)
    let answer = await bench.run("profile")
    expect(answer.exitCode, is: 1)
    expect(answer.output.contains("workbench lesson 6"))
    expect(try await !Bench().run("walk").all.contains("explains this"))
  }
}
