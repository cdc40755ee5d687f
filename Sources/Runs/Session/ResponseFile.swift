import HTTPMessages
import Step5TokenResponse
import Terminal
import Transcript

/// A token response that the user brings in a file, as `curl --include` prints it, or its body alone.
struct ResponseFile {
  package let path: String
  package let console: any Console

  /// Reads the file.
  ///
  /// - Throws: `CommandError` with `unreadableInput`.
  package func response() throws(CommandError) -> HTTPResponse {
    let bytes = try bytes()
    // A body alone has no status; it is read as if it had come with 200.
    guard bytes.starts(with: Array("HTTP/".utf8)) else {
      console.hint("The file has no status line: it is read as a body that came with status 200.\n")
      return HTTPResponse(status: 200, body: bytes)
    }
    do {
      return try HTTPMessageText(bytes).response()
    } catch {
      let line =
        switch error {
        case .startLine(let line), .field(let line): line
        case .interim(let most): "more than \(most) interim answers"
        }
      // The line may be the body, where the blank line before it is missing.
      let shown = Mask.line(line)
      throw CommandError(
        .unreadableInput, "The response in \(path) is not an HTTP message: '\(shown.prefix(60))'.",
        next: Advice("Save what curl --include prints, or the JSON body alone."))
    }
  }

  private func bytes() throws(CommandError) -> [UInt8] {
    let limit = TokenResponse.bodyLimit * 2
    let reason: String
    if path == "-" {
      if let bytes = console.readAll(limit: limit) { return bytes }
      reason = "it has more than \(limit) bytes"
    } else {
      do {
        return try FileReading.read(path: path, limit: limit)
      } catch {
        reason =
          switch error {
          case .notFound: "there is no such file"
          case .tooLarge(let limit): "it has more than \(limit) bytes"
          case .system(let text): text
          }
      }
    }
    throw CommandError(
      .unreadableInput, "The response \(path) cannot be read: \(reason).",
      next: Advice("Save what curl --include prints, and name that file", "step 5 --response FILE"))
  }
}
