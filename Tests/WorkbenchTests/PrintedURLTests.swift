import TestSupport
import Testing

@testable import ClientCheck

struct PrintedURLTests {
  private static let url =
    "https://server.example/authorize?response_type=code&client_id=a&scope=a%20b&state=x_-.~"

  // RFC 3986 §2 has the characters of a URL; Appendix C has the delimiters that surround one in text.
  @Test(arguments: [
    "URL", "Open URL", "Open URL.", "(URL)", "[Sign in](URL)", "`URL`", "“URL”", "URL,", "URL;",
    "URL\r",
    "<URL>", "\"URL\"", "'URL'", "see:URL", "\u{1B}]8;;URL\u{07}Sign in\u{1B}]8;;\u{07}",
    "\u{1B}[4mURL\u{1B}[0m", "Not https://other.example/?client_id=1 but URL", "https URL",
  ])
  func `the URL is found within a line`(line: String) {
    let text = line.replacing("URL", with: Self.url)
    expect(PrintedURL.authorizationURL(in: text), is: Self.url, "\(line)")
  }

  @Test(arguments: [
    "", "http", "https://", "https://server.example/", "ftp://host/?response_type=code&client_id=a",
    "response_type=code&client_id=a", String(repeating: "http", count: 20_000),
    String(repeating: "https://", count: 20_000), String(repeating: "x", count: 17_000) + url,
  ])
  func `a line without one has none, however long it is`(line: String) {
    expect(PrintedURL.authorizationURL(in: line) == nil)
  }

  @Test func `the scheme may be in capital letters`() {
    let url = "HTTP://127.0.0.1:1/a?client_id=a&response_type=code"
    expect(PrintedURL.authorizationURL(in: url), is: url)
  }
}
