import Foundation
import TestSupport

@testable import workbench

extension Bench {
  /// A bench whose random values are new every time, as a server needs them.
  static func practising() throws -> Bench {
    try Bench { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } }
  }

  /// A bench whose random values are all different, and the same in every test run.
  static func seeded() throws -> Bench {
    let generator = SeededOctets()
    return try Bench { generator.next($0) }
  }

  /// Walks in practice mode.
  func practice(_ words: String...) async -> Answer {
    await run(["walk", "--mode", "practice"] + words)
  }

  /// Runs a command with `--format json`, and gives the checked document of practice mode.
  func document(_ words: String...) async throws -> WalkDocument {
    try JSONContractTests.check(await run(words + ["--format", "json"]), mode: "practice")
  }

  /// The permission bits of a file.
  func permissions(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  /// The file in which the practice server's memory lies between the runs.
  var ledger: String { session + ".practice" }
}

/// Bytes that look random, and are the same in every test run.
private final class SeededOctets: @unchecked Sendable {
  private let lock = NSLock()
  private var generator = SeededGenerator(seed: 1)

  func next(_ count: Int) -> [UInt8] { lock.withLock { generator.bytes(count) } }
}
