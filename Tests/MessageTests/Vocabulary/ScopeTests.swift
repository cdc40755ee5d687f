import TestSupport
import Testing
import Vocabulary

struct ScopeTests {
  @Test func `names are separated by whitespace, and count once`() {
    expect(Scope("activity sleep").names, is: ["activity", "sleep"])
    expect(Scope("  sleep   activity sleep ").names, is: ["sleep", "activity"])
    expect(Scope("  sleep   activity sleep ").value, is: "sleep activity")
    expect(Scope("").names.isEmpty)
    expect(Scope("   ").value.isEmpty)
    // The guide's scopes are nine.
    expect(Scope(Guide.scope).names.count, is: 9)
    expect(Scope(Guide.scope).value, is: Guide.scope)
  }

  @Test func `differences come in the order of the first, with regard to case`() {
    let (asked, granted) = (Scope("a b c d"), Scope("d b e"))
    expect(asked.names(missingFrom: granted), is: ["a", "c"])
    expect(granted.names(missingFrom: asked), is: ["e"])
    expect(asked.names(missingFrom: asked).isEmpty)
    expect(asked.names(missingFrom: Scope("")), is: asked.names)
    // RFC 6749 §3.3: the strings are case-sensitive.
    expect(Scope("Sleep").names(missingFrom: Scope("sleep")), is: ["Sleep"])
  }

  @Test func `exactly the characters of RFC 6749 section 3_3 are allowed`() {
    // scope-token = 1*( %x21 / %x23-5B / %x5D-7E )
    for code in UInt8(0)...127 {
      let character = Character(Unicode.Scalar(code))
      let scope = Scope("abc" + String(character) + "def")
      let isAllowed = [0x20, 0x21].contains(code) || 0x23...0x5B ~= code || 0x5D...0x7E ~= code
      expect(scope.firstForbiddenCharacter, is: (isAllowed ? nil : character), "character \(code)")
    }
    // Characters outside ASCII are not allowed.
    for odd in ["ä", "\u{301}", "👍", "\u{A0}", "\u{212A}", "\r\n"] {
      expect(Scope("a b" + odd).firstForbiddenCharacter != nil, "\(odd)")
    }
  }
}
