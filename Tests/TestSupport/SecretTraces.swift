import Foundation

/// The encodings in which a secret can occur in a file.
///
/// Foundation computes them, because a check with the workbench's own code could share its faults.
package enum SecretTraces {
  /// Returns the texts to search for, by the name of the encoding.
  package static func all(of secret: String) -> [String: String] {
    let bytes = Array(secret.utf8)
    func every(_ format: String) -> String {
      bytes.map { String(format: format, $0) }.joined()
    }
    func everyCharacter(_ format: String) -> String {
      secret.unicodeScalars.map { String(format: format, $0.value) }.joined()
    }
    var traces: [String: String] = [:]
    traces["plain"] = secret
    traces["upper case"] = secret.uppercased()
    traces["lower case"] = secret.lowercased()
    traces["percent"] = secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
    traces["percent, every byte"] = every("%%%02X")
    traces["percent, every byte, lower"] = every("%%%02x")
    traces["percent twice, every byte"] = every("%%25%02X")
    traces["json, every character"] = everyCharacter("\\u%04x")
    traces["json, every character, upper"] = everyCharacter("\\u%04X")
    traces["json, slashes"] = secret.replacingOccurrences(of: "/", with: "\\/")
    traces["html, every character"] = everyCharacter("&#%d;")
    traces["hex"] = every("%02x")
    traces["hex, upper"] = every("%02X")
    for alignment in 0..<3 {
      let digits = base64(bytes, at: alignment)
      traces["base64 at \(alignment)"] = digits
      traces["base64url at \(alignment)"] =
        digits.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
    }
    return traces
  }

  /// Returns the Base64 digits that do not depend on adjacent bytes (RFC 4648 §4).
  private static func base64(_ bytes: [UInt8], at alignment: Int) -> String {
    let padded = [UInt8](repeating: 0, count: alignment) + bytes
    let digits = Data(padded).base64EncodedString().filter { $0 != "=" }
    let mixedAtEnd = padded.count % 3 == 0 ? 0 : 1
    return String(digits.dropFirst([0, 2, 3][alignment]).dropLast(mixedAtEnd))
  }

  /// Returns the encodings in which a file contains a secret.
  package static func found(of secret: String, in file: some Sequence<UInt8>) -> [String] {
    let file = Data(file)
    return all(of: secret).filter { _, trace in
      trace.utf8.count >= 4 && file.range(of: Data(trace.utf8)) != nil
    }.map(\.key).sorted()
  }
}
