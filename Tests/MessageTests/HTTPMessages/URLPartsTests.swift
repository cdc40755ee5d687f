import HTTPMessages
import TestSupport
import Testing

struct URLPartsTests {

  @Test(
    arguments: [
      // RFC 3986 Appendix B.
      (
        "http://www.ics.uci.edu/pub/ietf/uri/#Related", "http", "www.ics.uci.edu",
        "/pub/ietf/uri/", nil, "Related"
      ),
      // RFC 3986 §1.1.2 and §3.
      (
        "foo://example.com:8042/over/there?name=ferret#nose", "foo", "example.com:8042",
        "/over/there", "name=ferret", "nose"
      ),
      ("urn:example:animal:ferret:nose", "urn", "", "example:animal:ferret:nose", nil, nil),
      (
        "ldap://[2001:db8::7]/c=GB?objectClass?one", "ldap", "[2001:db8::7]", "/c=GB",
        "objectClass?one", nil
      ),
      ("mailto:John.Doe@example.com", "mailto", "", "John.Doe@example.com", nil, nil),
      ("tel:+1-816-555-1212", "tel", "", "+1-816-555-1212", nil, nil),
      ("http://a?#", "http", "a", "", "", ""),
      ("http://a/b?c#d?e#f", "http", "a", "/b", "c", "d?e#f"),
      ("/only/a/path:x", "", "", "/only/a/path:x", nil, nil), ("", "", "", "", nil, nil),
      ("//host/path", "", "host", "/path", nil, nil), ("?q", "", "", "", "q", nil),
      ("com.example.app:/cb", "com.example.app", "", "/cb", nil, nil),
      // RFC 3986 knows characters, not grapheme clusters: a combining mark changes no delimiter.
      ("http://a/b?\u{301}c=d#\u{301}e", "http", "a", "/b", "\u{301}c=d", "\u{301}e"),
    ] as [(String, String, String, String, String?, String?)])
  func `a URL is cut at its delimiters`(
    url: String, scheme: String, authority: String, path: String, query: String?, fragment: String?
  ) {
    let parts = URLParts(url)
    expect(parts.scheme, is: scheme)
    expect(parts.authority, is: authority)
    expect(parts.path, is: path)
    expect(parts.query, is: query)
    expect(parts.fragment, is: fragment)
  }

  @Test(.enabled(if: IndependentProgram.exists("python3"), "python3 is not installed"))
  func `texts are cut as the expression of RFC 3986 Appendix B cuts them`() throws {
    let seed: UInt64 = 39860
    var generator = SeededGenerator(seed: seed)
    let pieces = ["a", "b.c", "/", "/", "//", "?", "#", "@", "%20", "1", "-", "[", "]"]
    let texts = (0..<500).map { _ in
      "s:"
        + (0..<Int.random(in: 1...12, using: &generator))
        .compactMap { _ in pieces.randomElement(using: &generator) }.joined()
    }
    let expected = try IndependentProgram.python(
      #"""
      import sys, re
      for line in sys.stdin:
        m = re.match(r"^(([^:/?#]+):)?(//([^/?#]*))?([^?#]*)(\?([^#]*))?(#(.*))?", line[:-1])
        print("\t".join("-" if m[i] is None else "=" + m[i] for i in (2, 4, 5, 7, 9)))
      """#, lines: texts)
    try #require(expected.count == texts.count)
    for (text, expected) in zip(texts, expected) {
      let parts = URLParts(text)
      let query = parts.query.map { "=" + $0 } ?? "-"
      let fragment = parts.fragment.map { "=" + $0 } ?? "-"
      // An empty and a missing authority are not told apart here; only the text is compared.
      let columns = expected.replacing("\t-\t", with: "\t=\t", maxReplacements: 1)
      let authority = expected.split(separator: "\t")[1] == "-" ? columns : expected
      let found = ["=" + parts.scheme, "=" + parts.authority, "=" + parts.path, query, fragment]
      expect(found.joined(separator: "\t"), is: authority, "\(text), seed \(seed)")
    }
  }

  @Test(arguments: [
    "http://127.0.0.1:8089/callback", "com.example.app:/cb", "com.example.app:///cb",
    "urn:ietf:wg:oauth:2.0:oob", "https://example.com", "file:///tmp/x",
  ])
  func `what stands before the query is kept as it is`(url: String) {
    // RFC 3986 §5.3: the parts put together again are the text, an empty authority included.
    expect(URLParts(url).withoutQueryAndFragment, is: url)
    expect(URLParts(url + "?a=b#c").withoutQueryAndFragment, is: url)
  }
}
