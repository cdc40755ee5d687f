import HTTPMessages
import TestSupport
import Testing
import Vocabulary

@testable import LiveChannels

/// What a person pastes is held against the same rules as what the browser brings.
struct PastedRedirectTests {
  private func expected(
    at uri: String = Guide.loopbackRedirectURI, responseType: String = "code"
  ) -> ExpectedRedirect {
    ExpectedRedirect(
      after: HTTPRequest(
        method: "GET", url: "https://as.example/?response_type=\(responseType)&state=s"),
      at: uri, statesMatch: { State($0).matches($1) })
  }

  /// A redirect URI, what is pasted behind it, and the rest of the redirect that comes of it.
  static let right: [(uri: String, pasted: String, rest: String)] =
    // The mark #_=_ is Fitbit's own: step 3 explains it.
    ["?code=c&state=s", "?state=s&error=access_denied", "?code=c&state=s#_=_"].map {
      (Guide.loopbackRedirectURI, $0, $0)
    }
    + [
      "https://app.example/cb", "com.example.app:/oauth", "http://10.0.0.5/cb",
      "https://app.example/a%2Fb",
    ].map { ($0, "?code=c&state=s", "?code=c&state=s") } + [
      // RFC 3986 §6.2.3: a browser shows the slash, and the redirect URI does not have it.
      ("http://127.0.0.1:8089", "/?code=c&state=s", "?code=c&state=s")
    ]

  @Test(arguments: right)
  func `the right address is the redirect as it was pasted, for any kind of redirect URI`(
    uri: String, pasted: String, rest: String
  ) throws {
    expect(try expected(at: uri).redirect(pasted: uri + pasted).url, is: uri + rest)
  }

  private static let refused: [(String, RedirectRejection)] = [
    ("abc123", RedirectRejection.otherURL), ("?code=c&state=s", .otherURL),
    ("code=c&state=s", .otherURL),
    ("https://127.0.0.1:8089/callback?code=c&state=s", .otherURL),
    ("http://127.0.0.1:8089/callback/?code=c&state=s", .otherURL),
    ("http://127.0.0.1:8089/Callback?code=c&state=s", .otherURL),
    ("http://localhost:8089/callback?code=c&state=s", .otherURL),
    ("http://x@127.0.0.1:8089/callback?code=c&state=s", .otherURL),
    (Guide.loopbackRedirectURI, .noCodeOrError),
    ("\(Guide.loopbackRedirectURI)#code=c&state=s", .noCodeOrError),
    ("\(Guide.loopbackRedirectURI)?code=%E9&state=s", .undecodable),
    ("\(Guide.loopbackRedirectURI)?code=c&state=s&state=s", .parameterRepeated),
    ("\(Guide.loopbackRedirectURI)?code=c", .stateMissing),
    ("\(Guide.loopbackRedirectURI)?code=c#state=s", .stateMissing),
    ("\(Guide.loopbackRedirectURI)?code=c&state=S", .stateDifferent),
    (
      "\(Guide.loopbackRedirectURI)?state=s&code=\(String(repeating: "c", count: 65_536))", .tooLong
    ),
  ]

  // The last one has a character in its address that merely looks alike.
  @Test(
    arguments: refused.map { (Guide.loopbackRedirectURI, $0, $1) } + [
      (
        "https://app.example/caf\u{E9}", "https://app.example/cafe\u{301}?code=c&state=s",
        .otherURL
      )
    ])
  func `anything else is refused`(uri: String, address: String, rejection: RedirectRejection) {
    #expect(throws: rejection) { try expected(at: uri).redirect(pasted: address) }
  }

  @Test func `in the implicit flow the answer stands behind the #`() throws {
    let address = Guide.loopbackRedirectURI + "#access_token=t&state=s"
    expect(try expected(responseType: "token").redirect(pasted: address).url, is: address)
    let inQuery = Guide.loopbackRedirectURI + "?access_token=t&state=s"
    #expect(throws: RedirectRejection.noTokenOrError) {
      try expected(responseType: "token").redirect(pasted: inQuery)
    }
    let other = Guide.loopbackRedirectURI + "#access_token=t&state=x"
    #expect(throws: RedirectRejection.stateDifferent) {
      try expected(responseType: "token").redirect(pasted: other)
    }
    // Step 3 says what is wrong with a code here.
    let code = Guide.loopbackRedirectURI + "?code=c&state=s"
    expect(try expected(responseType: "token").redirect(pasted: code).url, is: code)
  }

  static let lines: [(line: String, address: String)] =
    // What surrounds an address is taken off.
    [
      "http://a/b?c=d", "  http://a/b?c=d \t", "\u{1B}[200~http://a/b?c=d\u{1B}[201~",
      " \u{1B}[200~ http://a/b?c=d\u{1B}[201~ ", "'http://a/b?c=d'", "\"http://a/b?c=d\"",
      "<http://a/b?c=d>", "“http://a/b?c=d”", "\u{1B}[200~'http://a/b?c=d' \u{1B}[201~",
      "http://a/b?c=d\r", "`http://a/b?c=d`",
    ].map { ($0, "http://a/b?c=d") }
    // A mark without its partner belongs to the address.
    + ["http://a/b?c=d'", "'http://a/b?c=d", "<http://a/b", "'"].map { ($0, $0) }
    // A line without an address is empty.
    + ["", "   ", "\u{1B}[200~\u{1B}[201~", "''", "\"  \""].map { ($0, "") }

  @Test(arguments: lines)
  func `what surrounds an address is taken off, and nothing else`(line: String, address: String) {
    expect(PastedLine.address(in: line), is: address)
  }
}
