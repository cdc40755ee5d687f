import TestSupport
import Testing

@testable import workbench

struct PracticeCompletionTests {
  @Test func `no apostrophe ends a word of the zsh script`() async throws {
    let script = try await Bench().run("completions", "zsh").output
    for line in script.split(separator: "\n") {
      expect(line.count { $0 == "'" }.isMultiple(of: 2), "\(line.prefix(80))")
    }
  }

  @Test(arguments: ["--clients", "--log"])
  func `an option that takes a file completes files`(option: String) async throws {
    let bench = try Bench()
    let bash = await bench.run("completions", "bash").output
    let files = bash.split(separator: "\n").filter { $0.contains("compgen -f") }
    expect(files.contains { $0.contains(option) })
    let zsh = await bench.run("completions", "zsh").output
    let line = zsh.split(separator: "\n").first { $0.contains("'\(option)=") }
    expect(line?.contains("_files"), is: true)
    let fish = await bench.run("completions", "fish").output
    let name = option.dropFirst(2)
    let rule = fish.split(separator: "\n").first { $0.contains("-l \(name) ") }
    expect(rule?.contains(" -rF "), is: true)
  }

  @Test(arguments: ["--without", "--redirect-uri"])
  func `zsh offers a repeatable option again`(option: String) async throws {
    let script = try await Bench().run("completions", "zsh").output
    let practice = try #require(script.firstRange(of: "practice) _arguments"))
    expect(script[practice.lowerBound...].contains("'*\(option)="))
  }
}
