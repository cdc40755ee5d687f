import Foundation
import HTTPMessages
import TestSupport
import Testing

/// Damaged messages: always an answer, no control character, and no secret.
struct ExplainMutationTests {
  private static let texts =
    (ExplainCase.authorizationURLs + ExplainCase.redirects + ExplainCase.tokenRequests
    + ExplainCase.answers + ExplainCase.others).map(\.text) + archives
  private static let archives = [
    ArchiveText.of(ArchiveText.session),
    ArchiveText.of([ArchiveText.request] + ArchiveText.redirect + [ArchiveText.exchange()]),
    ArchiveText.of(ArchiveText.later),
  ]

  private func mutated(_ text: String, _ generator: inout SeededGenerator) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      guard !scalars.isEmpty else { break }
      let place = Int.random(in: 0..<scalars.count, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: scalars.remove(at: place)
      case 1: scalars.insert(contentsOf: generator.text(upTo: 3).unicodeScalars, at: place)
      case 2:
        scalars.insert(
          ["\n", "&", "=", "%", "\"", "'", "{", "\\", "\u{1B}", "\u{202E}", " ", "#", "?"]
            .randomElement(using: &generator) ?? "x", at: place)
      case 3: scalars.swapAt(place, Int.random(in: 0..<scalars.count, using: &generator))
      case 4: scalars.removeSubrange(place..<min(scalars.count, place + 12))
      default:
        let end = min(scalars.count, place + 20)
        scalars.insert(contentsOf: scalars[place..<end], at: place)
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `every damaged message has an answer that is safe to show`(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let bench = try Bench()
    // More of them: EXPLAIN_DRAWS=50000 swift test --filter ExplainMutationTests
    let count = Int(ProcessInfo.processInfo.environment["EXPLAIN_DRAWS"] ?? "") ?? 2_000
    for _ in 0..<count / 8 {
      let text = mutated(Self.texts.randomElement(using: &generator) ?? "", &generator)
      let console = TestConsole()
      console.input = Array(text.utf8)
      let format = ["json", "text", "html"].randomElement(using: &generator) ?? "text"
      let answer = await bench.run(["explain", "--format", format], console: console)
      expect([0, 1, 65].contains(answer.exitCode), "\(answer.exitCode) for \(text)")
      expect(!answer.errors.contains("unexpected:"), "\(text)")
      for scalar in answer.all.unicodeScalars where scalar != "\n" {
        expect(!Harmless.isDangerous(scalar), "U+\(String(scalar.value, radix: 16)) for \(text)")
      }
      for secret in ExplainCase.secrets + [ArchiveText.cookie] {
        expect(!answer.all.contains(secret), "\(text)")
      }
    }
  }
}
