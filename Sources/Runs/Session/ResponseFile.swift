import HTTPMessages
import Step5TokenResponse
import Terminal
import Transcript

/// A token response in a file: the output of `curl --include`, or the body alone.
struct ResponseFile {
  package let path: String
  package let console: any Console

  /// Returns the response in the file.
  ///
  /// - Throws: `CommandError` with `unreadableInput`.
  package func response() throws(CommandError) -> HTTPResponse {
    let bytes = try bytes()
    // A body alone has no status, so it is read as the body of a 200 response.
    guard bytes.starts(with: Array("HTTP/".utf8)) else {
      console.hint("The file has no status line, so it is read as the body of a 200 response.\n")
      return HTTPResponse(status: 200, body: bytes)
    }
    do {
      return try HTTPMessageText(bytes).response()
    } catch {
      let line =
        switch error {
        case .startLine(let line), .field(let line): line
        case .interim(let most): "more than \(most) interim responses"
        }
      // If the empty line before the body is missing, the line may be the body.
      let shown = Mask.line(line)
      throw CommandError(
        .unreadableInput, "The response in \(path) is not an HTTP message: '\(shown.prefix(60))'.",
        next: Advice("Save the output of curl --include, or only the JSON body."))
    }
  }

  private func bytes() throws(CommandError) -> [UInt8] {
    let limit = TokenResponse.bodyLimit * 2
    let reason: String
    if path == "-" {
      if let bytes = console.readAll(limit: limit) { return bytes }
      reason = FileReading.Fault.tooLarge(limit: limit).reason
    } else {
      do {
        return try FileReading.read(path: path, limit: limit)
      } catch {
        reason = error.reason
      }
    }
    throw CommandError(
      .unreadableInput, "The response \(path) cannot be read: \(reason).",
      next: Advice("Save the output of curl --include, then read it", "step 5 --response FILE"))
  }
}
