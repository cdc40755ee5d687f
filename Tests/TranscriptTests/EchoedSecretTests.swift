import Foundation
import HTTPMessages
import TestSupport
import Testing
import Transcript
import Vocabulary

/// A server may write a secret anywhere, in any encoding: no eight characters in a row of it are shown.
struct EchoedSecretTests {
  private typealias Encoding = (name: String, encode: @Sendable ([UInt8]) -> [String])

  private static func each(_ format: String) -> @Sendable ([UInt8]) -> [String] {
    { bytes in bytes.map { String(format: format, $0) } }
  }

  /// The pieces of a text, which a separator may part.
  private static func cut(_ text: String, _ count: Int) -> [String] {
    let characters = Array(text)
    return stride(from: 0, to: characters.count, by: count).map {
      String(characters[$0..<min($0 + count, characters.count)])
    }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static let encodings: [Encoding] = [
    ("plain", { [text($0)] }), ("plain, by one", { cut(text($0), 1) }),
    ("plain, by four", { cut(text($0), 4) }),
    ("other case", { [text($0.map { 0x41...0x5A ~= $0 & 0xDF ? $0 ^ 0x20 : $0 })] }),
    ("upper case", { [text($0).uppercased()] }), ("backwards", { [String(text($0).reversed())] }),
    ("Base64", { [Data($0).base64EncodedString()] }),
    ("Base64, by four", { cut(Data($0).base64EncodedString(), 4) }),
    ("Base64, by one", { cut(Data($0).base64EncodedString(), 1) }),
    ("Base64 of Basic", { cut(Data(Array("ABC123:".utf8) + $0).base64EncodedString(), 5) }),
    ("Base64 twice", { [Data(Data($0).base64EncodedString().utf8).base64EncodedString()] }),
    ("hexadecimal", each("%02x")), ("hexadecimal, upper case", each("%02X")),
    ("hexadecimal, by one", { cut($0.map { String(format: "%02x", $0) }.joined(), 1) }),
    ("octal", each("%03o")), ("octal escapes", each("\\%03o")), ("decimal", each("%d")),
    ("entities", each("&#%d;")), ("entities without semicolon", each("&#%d")),
    ("hexadecimal entities", each("&#x%x;")), ("percent", each("%%%02X")),
    ("percent twice", each("%%25%02x")), ("quoted-printable", each("=%02X")),
    ("JSON escapes", each("\\u%04x")), ("braced escapes", each("\\u{%x}")),
    ("escapes", each("\\x%02x")), ("binary", { $0.map { String($0, radix: 2) } }),
    ("Base32", { [base32($0)] }),
    ("Base32, lower case, by four", { cut(base32($0).lowercased(), 4) }),
    (
      "full width",
      { [String(String.UnicodeScalarView($0.map { Unicode.Scalar(0xFEE0 + UInt32($0)) ?? "x" }))] }
    ),
    ("without width", { cut(text($0), 1).map { $0 + "\u{200B}" } }),
  ]

  /// RFC 4648 §6, by arithmetic on a text of bits.
  private static func base32(_ bytes: [UInt8]) -> String {
    let bits = bytes.map { byte in
      let digits = String(byte, radix: 2)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    return cut(bits, 5).map { group in
      let padded = group + String(repeating: "0", count: 5 - group.count)
      return String(alphabet[Int(padded, radix: 2) ?? 0])
    }.joined()
  }

  private static let separators = ["", " ", "\n", ":", ", ", "-", ".", "\" \"", "</b><b>"]

  /// A body or header field that holds a text, as servers do.
  private static func places(_ echo: String) -> [(body: String, fields: [HTTPField])] {
    func json(_ value: [String: Any]) -> String {
      let data = try? JSONSerialization.data(withJSONObject: value)
      return String(decoding: data ?? Data(), as: UTF8.self)
    }
    let line = echo.replacingOccurrences(of: "\n", with: " ")
    return [
      (json(["error": "invalid_grant", "error_description": "credential \(echo) refused"]), []),
      (json(["errors": [["errorType": "invalid_grant", "message": "It was \(echo)."]]]), []),
      (json(["error": ["status": "X", "message": echo, "details": [echo]]]), []),
      (json(["error": echo, "trace": ["sent": echo, "list": [echo]]]), []),
      (json(["error": "invalid_grant", echo: "x", "path": "https://a.example/\(line)/x"]), []),
      (json(["error": "x", "error_uri": "https://a.example/?q=\(line)#\(line)"]), []),
      ("<html><body class=\"error\"><b>\(echo)</b></body></html>", []), (echo, []),
      ("{'error': 'invalid', 'sent': '\(echo)'}", []), ("error=x&sent=\(echo)", []),
      (
        json(["error": "invalid_grant"]),
        [
          HTTPField("X-Echo", line), HTTPField("WWW-Authenticate", "Bearer realm=\"\(line)\""),
          HTTPField("Server", line), HTTPField("Location", "https://a.example/\(line)?x=\(line)"),
          HTTPField("Set-Cookie", "sid=\(line); Path=/"), HTTPField("Via", "1.1 \(line)"),
          HTTPField("ETag", "\"\(line)\""), HTTPField("Date", line),
        ]
      ),
    ]
  }

  /// Letters and digits alone, in lower case: nothing between them may hide a secret.
  private static func plain(_ text: String) -> [UInt8] {
    text.utf8.filter { 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 | 0x20 && $0 < 0x80 }
      .map { $0 >= 0x41 ? $0 | 0x20 : $0 }
  }

  /// Every eight characters of a secret in every encoding, as letters and digits.
  private static func pieces(of secret: String) -> [UInt64: [[UInt8]]] {
    let bytes = Array(secret.utf8)
    var pieces: Set<[UInt8]> = []
    for start in 0...(bytes.count - 8) {
      let window = Array(bytes[start..<start + 8])
      for encoding in encodings where !encoding.name.contains("Base") {
        pieces.insert(plain(encoding.encode(window).joined()))
      }
      for before in 0..<5 {
        let padded = [UInt8](repeating: 0, count: before) + window
        // Digits that depend on other bytes, too, are left out.
        pieces.insert(plain(String(base32(padded).dropFirst((before * 8 + 4) / 5).prefix(12))))
        let digits = Data(padded).base64EncodedString().dropFirst((before * 8 + 5) / 6)
        if before < 3 { pieces.insert(plain(String(digits.prefix(10)))) }
      }
    }
    // A window of signs alone, or whose digits are signs, says too little.
    return Dictionary(grouping: pieces.filter { $0.count >= 8 }) { piece in
      piece.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// The first piece that is in a text.
  private static func leak(of pieces: [UInt64: [[UInt8]]], in text: String) -> String? {
    let text = plain(text)
    var word: UInt64 = 0
    for (place, byte) in text.enumerated() {
      word = word << 8 | UInt64(byte)
      guard place >= 7, let candidates = pieces[word] else { continue }
      if let leak = candidates.first(where: { text[(place - 7)...].starts(with: $0) }) {
        return self.text(leak)
      }
    }
    return nil
  }

  private static let alphabets = [
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", "0123456789abcdef",
    "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
  ].map { Array($0) }

  @Test(arguments: 0..<8)
  func `no eight characters of a secret are shown or recorded`(seed: Int) async throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet = Self.alphabets[seed % Self.alphabets.count]
    let secret = String(
      (0..<Int.random(in: 12...60, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? "x"
      })
    let pieces = Self.pieces(of: secret)
    // Four seeds in a row have every encoding.
    for (index, encoding) in Self.encodings.enumerated() where index % 4 == seed / 2 {
      let separator = Self.separators.randomElement(using: &random) ?? ""
      let echo = encoding.encode(Array(secret.utf8)).joined(separator: separator)
      guard let place = Self.places(echo).randomElement(using: &random) else { return }
      let report = try await SampleReport.make(
        secret: secret, status: 400, body: place.body, fields: place.fields)
      let mask = Mask(report.steps, coverage: .everything)
      for (format, rendering) in SampleReport.renderings(of: mask(report)) {
        let leak = Self.leak(of: pieces, in: rendering)
        expect(leak, is: nil, "\(secret), \(encoding.name), '\(separator)', \(format): \(place)")
      }
      let recording = Mask(report.steps, coverage: .everything, style: .recording)
      let response = recording(
        HTTPResponse(status: 400, fields: place.fields, body: Array(place.body.utf8)))
      let file = HTTPMessageText(response, remarks: []).bytes
      let leak = Self.leak(of: pieces, in: String(decoding: file, as: UTF8.self))
      expect(leak, is: nil, "\(secret), \(encoding.name), '\(separator)', recorded: \(place)")
    }
  }
}
