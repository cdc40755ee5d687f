import Dispatch
import HTTPMessages

/// Opens a URL in the user's browser.
package enum BrowserOpening {
  /// The result of an attempt to open a URL.
  package enum Outcome: Hashable {
    /// This program was started, and did not fail within the waiting time.
    case started(String)
    /// The URL is neither `http` nor `https`, so no program was started.
    case notWebURL
    /// There is no command to try: `BROWSER` is not set, and there is no desktop.
    case noDesktop
    /// None of these programs is installed.
    case notInstalled([String])
    /// The last program that could be started failed.
    case failed(String)
  }

  /// Returns the file of the first program to try, or `nil` if there is none.
  package static func opener(in environment: [String: String]) -> String? {
    BrowserCommand.all(in: environment).lazy.compactMap { $0.file(in: environment) }.first
  }

  /// Tries the available programs in order until one succeeds.
  ///
  /// - Parameters:
  ///   - url: The URL, passed to the program as one argument.
  ///   - environment: The environment, in which `BROWSER` names the user's own programs. It is also
  ///     passed to the program.
  ///   - patience: The time in which a program can report failure.
  /// - Returns: The result of the attempt.
  package static func open(
    _ url: String, environment: [String: String], patience: Duration = .seconds(1)
  ) async -> Outcome {
    // The URL can come from server metadata, which could name a file or another program's scheme.
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

  /// Starts a program without input and output, or returns `nil` if that fails.
  private static func start(
    _ file: String, _ words: [String], _ environment: [String: String]
  ) -> Int32? {
    var program = ProgramStart(file: file, words: words, environment: environment)
    (program.input, program.output, program.errors) = (.null, .null, .null)
    program.hasOwnGroup = true
    return try? program.start()
  }

  /// Whether a program still runs, or has ended successfully.
  private static func works(_ process: Int32, _ patience: Duration) async -> Bool {
    let (ends, ended) = AsyncStream.makeStream(of: Bool.self)
    // A background thread collects the child's status, however late it ends.
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
