import Foundation

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
  func practise(_ words: String...) async -> Answer {
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

/// Octets that look random: SplitMix64 from a fixed beginning.
private final class SeededOctets: @unchecked Sendable {
  private let lock = NSLock()
  private var state: UInt64 = 1

  func next(_ count: Int) -> [UInt8] {
    lock.withLock { (0..<count).map { _ in octet() } }
  }

  private func octet() -> UInt8 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return UInt8(truncatingIfNeeded: word ^ (word >> 31))
  }
}
