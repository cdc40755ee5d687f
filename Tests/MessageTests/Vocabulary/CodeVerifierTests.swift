import TestSupport
import Testing
import Vocabulary

struct CodeVerifierTests {
  private func fault(of text: String) -> CodeVerifier.Fault? {
    do throws(CodeVerifier.Fault) {
      _ = try CodeVerifier(text)
      return nil
    } catch {
      return error
    }
  }

  @Test func `43 to 128 characters are allowed`() {
    for count in [43, 44, 127, 128] {
      expect(fault(of: String(repeating: "a", count: count)), is: nil, "\(count)")
    }
    for count in [0, 1, 42, 129, 4096] {
      expect(fault(of: String(repeating: "a", count: count)), is: .length(count))
    }
  }

  @Test func `exactly the unreserved characters of RFC 7636 are allowed`() throws {
    // RFC 7636 §4.1: ALPHA / DIGIT / "-" / "." / "_" / "~"
    let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    for code in UInt8(0)...127 {
      let character = Character(Unicode.Scalar(code))
      let text = "abcdef" + String(character) + String(repeating: "x", count: 40)
      if unreserved.contains(character) {
        expect(fault(of: text), is: nil, "character \(code)")
        expect(try CodeVerifier(text).value, is: text)
      } else {
        expect(fault(of: text), is: .character(character, position: 7), "character \(code)")
      }
    }
  }

  @Test func `the first offending character is named at its position, whatever the length`() {
    expect(fault(of: "ab+/"), is: .character("+", position: 3))
    expect(fault(of: " "), is: .character(" ", position: 1))
    expect(fault(of: Guide.verifier + "="), is: .character("=", position: 51))
    expect(fault(of: Guide.verifier + "\n"), is: .character("\n", position: 51))
    expect(fault(of: Guide.verifier + "\r\n"), is: .character("\r\n", position: 51))
    let rest = String(repeating: "x", count: 50)
    // A person counts an emoji or an accented letter as one character.
    for odd in ["ä", "e\u{301}", "a\u{308}", "👩‍👩‍👧‍👦", "ａ", "\u{212A}", "\u{430}", "\u{FEFF}"] {
      expect(fault(of: "abc" + odd + rest), is: .character(Character(odd), position: 4), "\(odd)")
    }
    // A combining mark makes another character of the letter before it.
    expect(fault(of: rest + "\u{301}"), is: .character("x\u{301}", position: 50))
  }

  @Test func `a fault's description never holds the raw character, unless it is harmless`() {
    for code in Array(UInt32(0)...0x20) + [
      0x7F, 0x85, 0x9B, 0x200E, 0x202E, 0x2066, 0x2028, 0xFEFF,
    ] {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let text = String(Character(scalar)) + Guide.verifier
      let description = fault(of: text).map(String.init(describing:)) ?? ""
      expect(!description.isEmpty)
      let isHarmless = description.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) }
      expect(isHarmless, "U+\(String(code, radix: 16))")
    }
    expect(fault(of: "\u{1B}").map(String.init(describing:))?.contains("U+001B"), is: true)
    expect(fault(of: "\r\n").map(String.init(describing:))?.contains("U+000D U+000A"), is: true)
    expect(fault(of: "+").map(String.init(describing:))?.contains("'+'"), is: true)
    expect(fault(of: "abc").map(String.init(describing:))?.contains("3"), is: true)
  }

  @Test func `octets become their base64url text`() throws {
    // base64.urlsafe_b64encode(bytes([255]) * 32) without padding.
    let verifier = try CodeVerifier(randomOctets: [UInt8](repeating: 0xFF, count: 32))
    expect(verifier.value, is: "__________________________________________8")
    for count in [0, 31] {
      #expect(throws: CodeVerifier.Fault.self) {
        try CodeVerifier(randomOctets: [UInt8](repeating: 0, count: count))
      }
    }
    #expect(throws: CodeVerifier.Fault.length(130)) {
      try CodeVerifier(randomOctets: [UInt8](repeating: 0, count: 97))
    }
  }
}
