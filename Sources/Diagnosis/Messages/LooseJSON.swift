import HTTPMessages

/// A converter of objects that Python or JavaScript printed into JSON.
enum LooseJSON {
  /// Returns the text as JSON, or `nil` if it is JSON already or not such an object.
  static func json(of text: String) -> String? {
    guard text.hasPrefix("{"), text.hasSuffix("}"), (try? JSONOutline(Array(text.utf8))) == nil
    else {
      return nil
    }
    var reader = Reader(rest: Array(text.unicodeScalars)[...])
    let json = reader.rewritten()
    return (try? JSONOutline(Array(json.utf8))) == nil ? nil : json
  }

  private struct Reader {
    var rest: ArraySlice<Unicode.Scalar>

    mutating func rewritten() -> String {
      var result = ""
      while let scalar = rest.popFirst() {
        switch scalar {
        case "'": result += JSONText.quote(string(until: "'"))
        case "\"": result += JSONText.quote(string(until: "\""))
        case "a"..."z", "A"..."Z", "_", "$": result += word(scalar)
        default: result.unicodeScalars.append(scalar)
        }
      }
      return result
    }

    private mutating func string(until end: Unicode.Scalar) -> String {
      var text = String.UnicodeScalarView()
      while let scalar = rest.popFirst(), scalar != end {
        guard scalar == "\\", let next = rest.popFirst() else {
          text.append(scalar)
          continue
        }
        text.append(next == "n" ? "\n" : next == "t" ? "\t" : next)
      }
      return String(text)
    }

    private mutating func word(_ first: Unicode.Scalar) -> String {
      var text = String(first)
      while let scalar = rest.first,
        scalar.isASCII, UInt8(scalar.value).isLetter || UInt8(scalar.value).isDigit || scalar == "_"
      {
        text.unicodeScalars.append(scalar)
        rest = rest.dropFirst()
      }
      switch text {
      case "True": return "true"
      case "False": return "false"
      case "None", "undefined": return "null"
      case "true", "false", "null": return text
      default: return JSONText.quote(text)
      }
    }
  }
}
