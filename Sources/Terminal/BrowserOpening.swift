import Dispatch
import HTTPMessages

/// Opens an address in the user's browser.
package enum BrowserOpening {
  /// What came of it.
  package enum Outcome: Hashable {
    /// This program was started, and has not failed in the time that it had.
    case started(String)
    /// The address is no web address; whatever else opens such a thing is not asked.
    case notWebURL
    /// There is nothing to try: no `BROWSER`, and no desktop.
    case noDesktop
    /// None of these programs is installed.
    case notInstalled([String])
    /// The last program that could be started failed.
    case failed(String)
  }

  /// The program that would be used first, without starting it; `nil` if there is none.
  package static func opener(in environment: [String: String]) -> String? {
    BrowserCommand.all(in: environment).lazy.compactMap { $0.file(in: environment) }.first
  }

  /// Tries the programs that do this, in turn.
  ///
  /// - Parameters:
  ///   - url: The address, which goes to a program as one argument and nowhere else.
  ///   - environment: `BROWSER` has the user's own programs; the program gets the whole of it.
  ///   - patience: How long a program has to say that it failed.
  /// - Returns: What came of it.
  package static func open(
    _ url: String, environment: [String: String], patience: Duration = .seconds(1)
  ) async -> Outcome {
    // A server's description says where to go: it could name a file, or another program's scheme.
    guard ["http", "https"].contains(URLParts(url).scheme.lowercased()) else {
      return .notWebURL
    }
    let commands = BrowserCommand.all(in: environment)
    guard !commands.isEmpty else { return .noDesktop }
    var failed: String?
    for command in commands {
      guard let file = command.file(in: environment) else { continue }
      let words = [command.program] + command.arguments(for: url)
      if let process = start(file, words, environment), await works(process, patience) {
        return .started(command.program)
      }
      failed = command.program
      if Task.isCancelled { break }
    }
    return failed.map(Outcome.failed) ?? .notInstalled(commands.map(\.program))
  }

  /// Starts a program, its input and output silenced; `nil` if that does not succeed.
  private static func start(
    _ file: String, _ words: [String], _ environment: [String: String]
  ) -> Int32? {
    var program = ProgramStart(file: file, words: words, environment: environment)
    (program.input, program.output, program.errors) = (.null, .null, .null)
    program.hasOwnGroup = true
    return try? program.start()
  }

  /// Whether a program goes on, or has ended well.
  private static func works(_ process: Int32, _ patience: Duration) async -> Bool {
    let (ends, ended) = AsyncStream.makeStream(of: Bool.self)
    // Whoever waits takes the child's end away, however late it comes.
    DispatchQueue.global().async {
      ended.yield(ProgramStart.end(of: process) == 0)
      ended.finish()
    }
    return await withTaskGroup(of: Bool.self) { group in
      group.addTask { await ends.first { _ in true } ?? true }
      group.addTask {
        try? await Task.sleep(for: patience)
        return true
      }
      defer { group.cancelAll() }
      return await group.next() ?? true
    }
  }
}
