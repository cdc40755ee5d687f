import Vocabulary

/// The removal of characters that pasting adds around a text.
enum TextCleaning {
  /// Returns the text without spaces and quotation marks around it, and notes about them.
  static func clean(_ block: String) -> (text: String, findings: [Finding]) {
    var text = block.trimmed
    var findings: [Finding] = []
    if block.first == " " || block.first == "\t" || block.last == " " || block.last == "\t",
      !text.has("\n")
    {
      findings.append(
        note(
          "space_around", "Spaces around the text were ignored.", action: "Trim the copied text.",
          nil
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
        note("wrapped", "The line breaks in the URL were removed.", nil))
    }
    return (text, findings)
  }

  /// Returns a note about the form of a text.
  static func note(
    _ cause: String, _ sentence: String, action: String = "", _ reference: Reference?
  ) -> Finding {
    Finding(.note, [cause], sentence, action: action, reference: reference, lesson: 3)
  }
}

/// A redirect that the user pasted.
public enum PastedRedirect {
  /// Returns the URL in a text, without white space, quotation marks, and a field name.
  ///
  /// - Parameter text: The text as pasted.
  /// - Returns: The URL, or the cleaned text if it is not one.
  public static func address(in text: String) -> String {
    var url = TextCleaning.clean(text).text
    let name = "location:"
    if url.lowercased().hasPrefix(name) {
      url = TextCleaning.clean(String(url.dropFirst(name.count))).text
    }
    return url
  }
}
