import TestSupport
@testable import workbench

/// A page of the course with what its programs print now and its snippets say now.
struct PageRenewal {
  /// The page as it should be.
  private(set) var lines: [String]
  /// What no rewriting can mend, each in a sentence.
  private(set) var problems: [String] = []
  /// How many commands of the workbench ran.
  private(set) var commandCount = 0
  /// What the last command printed; `nil` if it was none of the workbench's.
  private var output: String?
  private let page: Page
  private let bench: Bench

  /// Runs a page's commands, one after the other in one session, and looks up its slices.
  ///
  /// - Throws: What `FileManager` throws where there is no room for the session.
  init(of page: Page) async throws {
    self.page = page
    lines = page.lines
    // As a reader's: with the same octets every time, an attacker would have the user's own state.
    bench = try Bench(program: "swift run workbench") { count in
      (0..<count).map { _ in UInt8.random(in: 0...255) }
    }
    var shift = 0
    for block in page.blocks {
      guard let renewed = await renewed(block) else { continue }
      let start = block.start + shift
      lines.replaceSubrange(start..<(start + block.lines.count), with: renewed)
      shift += renewed.count - block.lines.count
    }
  }

  /// The lines that a block should have; `nil` if it may stay as it is.
  private mutating func renewed(_ block: PageBlock) async -> [String]? {
    switch (block.language, block.remark) {
    case ("sh", ""):
      for line in block.lines { await run(ShellLine(text: line), in: block) }
      return nil
    case ("sh", _): return nil
    case ("swift", _): return slice(for: block)
    case ("mermaid", _): return output?.split(separator: "\n").map(String.init)
    case ("text", let remark) where !remark.isEmpty: return step(for: block)
    default: return excerpt(for: block)
    }
  }

  private mutating func run(_ line: ShellLine, in block: PageBlock) async {
    output = line.snippet?.promises.joined(separator: "\n")
    guard let arguments = line.workbenchArguments else { return }
    let answer = await bench.run(arguments)
    commandCount += 1
    output = bench.withoutPlaces(answer.output)
    if answer.exitCode != page.exitCode(of: block) {
      note(block, "\(line.text) ended with exit code \(answer.exitCode): \(answer.errors)")
    }
  }

  private mutating func slice(for block: PageBlock) -> [String]? {
    guard block.info.count == 3, let snippet = Snippet(named: block.info[1]) else {
      note(block, "a Swift block names its snippet and slice: ```swift refresh exchange")
      return nil
    }
    guard let lines = snippet.lines(of: block.info[2]) else {
      let known = snippet.slices.map(\.name).joined(separator: ", ")
      note(block, "\(snippet.name) has no slice \(block.info[2]), but: \(known)")
      return nil
    }
    return lines
  }

  private mutating func excerpt(for block: PageBlock) -> [String]? {
    guard let output else { return nil }
    do {
      return try Excerpt(lines: block.lines).renewed(from: output)
    } catch {
      note(block, error.description)
      return nil
    }
  }

  /// The step of a walk whose heading has the words behind the fence, cut where it is longer than a screen.
  private mutating func step(for block: PageBlock) -> [String]? {
    guard let output else { return nil }
    let printed = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = printed.firstIndex(where: { $0.contains(block.remark) }) else {
      note(block, "the program prints no heading with: \(block.remark)")
      return nil
    }
    let rest = printed[(start + 1)...].prefix { !$0.contains(#/\bStep \d of \d/#) }
    let lines = [printed[start]] + rest.reversed().drop { $0.isEmpty }.reversed()
    return lines.count > 24 ? lines.prefix(23) + ["…"] : lines
  }

  private mutating func note(_ block: PageBlock, _ problem: String) {
    problems.append("\(page.path):\(block.start): \(problem)")
  }
}
