package import PracticeServer
import Terminal
import Transcript

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The practice server's ledger, kept next to the session between runs.
package struct LedgerFile {
  /// The largest ledger that is read, in bytes.
  private static let limit = 64 << 20

  package let path: String

  /// Creates the ledger file of a session.
  package init(nextTo session: SessionStore) {
    path = session.path + ".practice"
  }

  /// Reads the ledger, or returns an empty one if there is no file.
  package func read() throws(CommandError) -> Ledger {
    let bytes: [UInt8]
    do {
      bytes = try FileReading.read(path: path, limit: Self.limit)
    } catch {
      if error == .notFound { return Ledger() }
      throw unreadable
    }
    guard let ledger = try? JSONDecoder().decode(Ledger.self, from: Data(bytes)) else {
      throw unreadable
    }
    return ledger
  }

  /// Replaces the ledger.
  package func write(_ ledger: Ledger) throws(CommandError) {
    guard let data = try? JSONEncoder().encode(ledger) else {
      throw CommandError(
        .cannotCreate, "The practice server's ledger could not be written as JSON.")
    }
    // The session survives a power loss, so the ledger of its tokens must, too.
    try AtomicFile(path: path).replace(with: Array(data), survivesPowerLoss: true)
  }

  private var unreadable: CommandError {
    CommandError(
      .unreadableInput, "The practice server's ledger \(path) cannot be read.",
      next: Advice("Clear the session", "session reset"))
  }
}
