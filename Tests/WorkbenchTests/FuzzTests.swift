import TestSupport
import Testing

@testable import Runs
@testable import workbench

struct FuzzTests {
  private static let commands = Commands.all.map { $0.name }
  private static let options = Set(Commands.descriptions.flatMap(\.options)).sorted {
    $0.name < $1.name
  }
  private static let junk = [
    "", "-", "--", "---", "=", "--=", "--=x", "-h", "-v", "--help=x", "0", "6", "-1", "1e9", "🏃🏽‍♀️",
    "é", "e\u{301}", "\u{0}", "\u{1B}[31m", " ", "\n", "a b", "'", "\"", "$(x)", "%", "%zz", "&=",
    "http://", "http://127.0.0.1:8089/callback?code=a&code=b", "json", "denied", "/dev/null",
    String(repeating: "x", count: 5000), String(repeating: "-", count: 300),
    "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
  ]

  private func words(_ generator: inout SeededGenerator) -> [String] {
    var words: [String] = []
    if Int.random(in: 0..<20, using: &generator) > 0 {
      words.append(Self.commands.randomElement(using: &generator) ?? "")
    }
    for _ in 0..<Int.random(in: 0..<6, using: &generator) {
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: words.append(Self.junk.randomElement(using: &generator) ?? "")
      case 1: words.append(Self.commands.randomElement(using: &generator) ?? "")
      case 2: words.append("\(Int.random(in: 0...6, using: &generator))")
      default:
        guard let option = Self.options.randomElement(using: &generator) else { continue }
        words += written(option, &generator)
      }
    }
    return words
  }

  private func written(_ option: Option, _ generator: inout SeededGenerator) -> [String] {
    let value =
      Int.random(in: 0..<4, using: &generator) == 0
      ? Self.junk.randomElement(using: &generator) : option.words.randomElement(using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: return [option.name]
    case 1: return ["\(option.name)=\(value ?? "x")"]
    case 2: return [String(option.name.dropLast())]
    default: return option.placeholder == nil ? [option.name] : [option.name, value ?? "x"]
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `every command line has an answer and a documented exit code`(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let bench = try Bench()
    let documented = Set(ExitCode.allCases.map(\.rawValue))
    for _ in 0..<250 {
      // A session of its own even where a word says otherwise: nothing may be written elsewhere.
      // No browser either: it would wait for somebody. And nothing that reaches the network.
      let elsewhere = ["--browse", "--outpu", "--recor", "--serve", "--disco", "--netwo"]
      var words = words(&generator).map { $0.hasPrefix("--session") ? "--session=x" : $0 }
        .filter { word in !elsewhere.contains { word.hasPrefix($0) } && !word.hasSuffix("live") }
      if let command = words.first, ["walk", "step", "session"].contains(command) {
        words.insert(contentsOf: ["--session", bench.session], at: 1)
      }
      // A server would run until somebody stops it; its rules end by themselves.
      if words.first == "practice" { words.insert("--rules", at: 1) }
      let answer = await bench.run(words)
      expect(documented.contains(answer.exitCode), "\(words)")
      if answer.exitCode == 64 { expect(!answer.errors.isEmpty, "\(words)") }
      if answer.exitCode != 0, answer.exitCode != 1 { expect(!answer.errors.isEmpty, "\(words)") }
      expect(!answer.errors.contains("unexpected:"), "\(words)")
    }
  }
}
