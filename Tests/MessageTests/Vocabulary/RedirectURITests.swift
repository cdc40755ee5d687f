import TestSupport
import Testing
import Vocabulary

struct RedirectURITests {
  private func fault(of text: String) -> RedirectURI.Fault? {
    do throws(RedirectURI.Fault) {
      _ = try RedirectURI(text)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "http://127.0.0.1:8089/callback", "http://[::1]:8089/", "https://client.example.com/cb",
    "https://client.example.com/cb?tenant=1&x", "https://client.example.com", "HTTPS://example.com",
    // RFC 8252 §7.1: a private-use scheme with a single slash.
    "com.example.app:/oauth2redirect/example-provider", "com.example.app:///cb",
    // RFC 3986 §3.1: letters, digits, plus, hyphen and dot in a scheme.
    "a+b-c.9:x", "urn:ietf:wg:oauth:2.0:oob", "https://example.com/%20/a%23b",
  ])
  func `an absolute URI is accepted and kept byte for byte`(text: String) throws {
    expect(try RedirectURI(text).value, is: text)
  }

  @Test(arguments: [
    // RFC 6749 §3.1.2: it MUST NOT include a fragment component.
    ("https://example.com/cb#", RedirectURI.Fault.fragment),
    ("https://example.com/cb#_=_", .fragment), ("#", .fragment),
    // RFC 6749 §3.1.2: it MUST be an absolute URI; RFC 3986 §3.1 says what a scheme is.
    ("", .notAbsolute), ("/callback", .notAbsolute), ("callback", .notAbsolute),
    ("//example.com/cb", .notAbsolute), ("127.0.0.1:8089/callback", .notAbsolute),
    ("://example.com", .notAbsolute), ("http:", .notAbsolute), ("http://", .notAbsolute),
    ("1http://example.com", .notAbsolute), ("ht_tp://example.com", .notAbsolute),
    ("/a:b", .notAbsolute), ("-http://example.com", .notAbsolute), ("[http]://x", .notAbsolute),
    ("http@://example.com", .notAbsolute),
    // RFC 3986 §2: a URI is written in a subset of ASCII.
    (" http://example.com", .character(" ")), ("http://example.com/a b", .character(" ")),
    ("http://example.com/\n", .character("\n")), ("http://example.com/\r\n", .character("\r")),
    ("http://example.com/ä", .character("ä")), ("http://example.com/\u{1B}", .character("\u{1B}")),
    ("http://example.com/\u{7F}", .character("\u{7F}")),
    ("\u{FEFF}http://a", .character("\u{FEFF}")),
  ])
  func `anything else is refused with the reason`(text: String, expected: RedirectURI.Fault) {
    expect(fault(of: text), is: expected)
  }

  @Test func `a fault's description is printable ASCII`() {
    for text in ["http://x/\u{1B}[2J", "http://x/\u{202E}", "http://x/ä", "a b", "#", ""] {
      let description = fault(of: text).map(String.init(describing:)) ?? "\u{1B}"
      let isHarmless = description.unicodeScalars.allSatisfy {
        (0x20...0x7E).contains($0.value) || $0 == "§"
      }
      expect(isHarmless, "\(description)")
    }
  }

  @Test func `no two different URIs are equal`() throws {
    // RFC 9700 §2.1: exact string matching, so nothing is normalized.
    let one = try RedirectURI("https://example.com/cb")
    for other in [
      "https://example.com/cb/", "https://EXAMPLE.com/cb", "https://example.com:443/cb",
      "https://example.com/%63b", "https://example.com/./cb",
    ] {
      expect(try RedirectURI(other) != one)
    }
  }
}
