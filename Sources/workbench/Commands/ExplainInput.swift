import Diagnosis
import Runs
import Terminal
import Transcript
import Vocabulary

/// The texts that `explain` reads: files, arguments, or standard input.
struct ExplainInput {
  /// The limits, in bytes, for a text and for a HAR file, which also contains pages and scripts.
  private static let limit = 1 << 20
  private static let archiveLimit = 1 << 24

  private let operands: [String]
  private let surroundings: Surroundings

  init(_ operands: [String], _ surroundings: Surroundings) {
    self.operands = operands
    self.surroundings = surroundings
  }

  /// Reads all texts and HAR files.
  ///
  /// - Throws: `CommandError` with `unreadableInput`.
  func read() throws(CommandError) -> (texts: [String], archives: [HTTPArchive]) {
    var (texts, archives): ([String], [HTTPArchive]) = ([], [])
    for operand in operands.isEmpty ? ["-"] : operands {
      let text = operand == "-" ? try standardInput() : try text(of: operand)
      let name = operand == "-" ? "standard input" : operand
      if HTTPArchive.isMeant(by: text) || operand.lowercased().hasSuffix(".har") {
        do { archives.append(try HTTPArchive(text, number: archives.count + 1)) } catch {
          throw unreadable(name, error.sentence)
        }
      } else if text.utf8.count > Self.limit {
        throw unreadable(name, "it has more than \(Self.limit) bytes")
      } else {
        texts.append(text)
      }
    }
    return (texts, archives)
  }

  private func standardInput() throws(CommandError) -> String {
    if surroundings.console.isInteractive {
      surroundings.console.hint(
        "Paste an OAuth message: a URL, a request, or a response. Then press Ctrl-D on an empty line.\n"
      )
    }
    guard let bytes = surroundings.console.readAll(limit: Self.archiveLimit) else {
      throw unreadable("standard input", "it has more than \(Self.archiveLimit) bytes")
    }
    return try text(bytes, of: "standard input")
  }

  private func text(of operand: String) throws(CommandError) -> String {
    do {
      // It may be a pipe that a command still writes to, as in <(…).
      let bytes = try FileReading.read(path: operand, limit: Self.archiveLimit, waits: true)
      return try text(bytes, of: operand)
    } catch let error as CommandError {
      throw error
    } catch FileReading.Fault.tooLarge(let limit) {
      throw unreadable(operand, "it has more than \(limit) bytes")
    } catch FileReading.Fault.notFound where Self.isMessage(operand) {
      return argument(operand)
    } catch FileReading.Fault.system(let reason) {
      // A URL may be too long for a file name.
      guard Self.isMessage(operand) else { throw unreadable(operand, reason) }
      return argument(operand)
    } catch {
      throw unreadable(operand, "there is no such file")
    }
  }

  /// Whether a word is a message and not a file name.
  private static func isMessage(_ word: String) -> Bool {
    word.contains("://") || word.contains("=") || word.contains(" ") || word.hasPrefix("{")
      || !ErrorCode.named(word).isEmpty || word.hasPrefix("eyJ")
  }

  private func argument(_ word: String) -> String {
    if ["code=", "token", "secret", "verifier", "eyJ", "Bearer"].contains(where: word.contains) {
      surroundings.console.hint(
        "Other users of this machine can see arguments. For real codes and tokens, use standard input.\n"
      )
    }
    return word
  }

  private func text(_ bytes: [UInt8], of name: String) throws(CommandError) -> String {
    guard !bytes.contains(0) else { throw unreadable(name, "it is not text") }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains(where: { !$0.isWhitespace }) else { throw unreadable(name, "it is empty") }
    return text
  }

  private func unreadable(_ name: String, _ reason: String) -> CommandError {
    CommandError(
      .unreadableInput, "The input \(Mask.line(name)) cannot be read: \(reason).",
      next: Advice("See what can be explained", "help \(ExplainCommand.name)"))
  }
}
