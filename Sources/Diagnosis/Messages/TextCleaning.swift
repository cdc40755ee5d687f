import Vocabulary

/// Removes what pasting adds around a text, and says so.
enum TextCleaning {
  /// The text without spaces and quotation marks around it, and the notes about them.
  static func clean(_ block: String) -> (text: String, findings: [Finding]) {
    var text = block.trimmed
    var findings: [Finding] = []
    if block.first == " " || block.first == "\t" || block.last == " " || block.last == "\t",
      !text.has("\n")
    {
      findings.append(
        note(
          "space_around", "A space around the text was ignored.", action: "Trim what you copy.", nil
        ))
    }
    let pairs: [Character: Character] = ["\"": "\"", "'": "'", "`": "`", "<": ">", "(": ")"]
    if let first = text.first, let end = pairs[first], text.count > 2, text.last == end,
      first != "<" && first != "(" || text.dropFirst().hasPrefix("http")
    {
      text = text.dropFirst().dropLast().trimmed
      findings.append(
        note(
          "quotation_marks", "Quotation marks around the text were ignored.",
          action: "Do not send them: they are not part of the value.", nil))
    }
    let lines = text.split(separator: "\n")
    let start = text.prefix(8).lowercased()
    if lines.count > 1, start.hasPrefix("http://") || start.hasPrefix("https://"),
      lines.allSatisfy({ !$0.trimmed.has(" ") })
    {
      text = lines.map(\.trimmed).joined()
      findings.append(
        note("wrapped", "The URL was broken into several lines, and was joined again.", nil))
    }
    return (text, findings)
  }

  /// A note about the form of a text.
  static func note(
    _ cause: String, _ sentence: String, action: String = "", _ reference: Reference?
  ) -> Finding {
    Finding(.note, [cause], sentence, action: action, reference: reference, lesson: 3)
  }
}

/// A redirect as a person pastes it, without what copying puts around it.
public enum PastedRedirect {
  /// The address in a text: without white space and quotation marks around it, and without the name of the
  /// header field that it was copied with.
  ///
  /// - Parameter text: The text as it was given.
  /// - Returns: The address; the text itself where it is none.
  public static func address(in text: String) -> String {
    var address = TextCleaning.clean(text).text
    let name = "location:"
    if address.lowercased().hasPrefix(name) {
      address = TextCleaning.clean(String(address.dropFirst(name.count))).text
    }
    return address
  }
}
