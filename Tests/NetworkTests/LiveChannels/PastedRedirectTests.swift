import HTTPMessages
import TestSupport
import Testing
import Vocabulary

@testable import LiveChannels

/// What a person pastes is held against the same rules as what the browser brings.
struct PastedRedirectTests {
  private func expected(
    at uri: String = Guide.redirectURI, responseType: String = "code"
  ) -> ExpectedRedirect {
    ExpectedRedirect(
      after: HTTPRequest(
        method: "GET", url: "https://as.example/?response_type=\(responseType)&state=s"),
      at: uri, statesMatch: { State($0).matches($1) })
  }

  // The mark #_=_ is Fitbit's own: step 3 explains it.
  @Test(arguments: ["?code=c&state=s", "?state=s&error=access_denied", "?code=c&state=s#_=_"])
  func `the right address is the redirect as it was pasted`(answer: String) throws {
    let address = Guide.redirectURI + answer
    expect(try expected().redirect(pasted: address).url, is: address)
  }

  @Test(arguments: [
    "https://app.example/cb", "com.example.app:/oauth", "http://10.0.0.5/cb",
    "https://app.example/a%2Fb",
  ])
  func `any kind of redirect URI can be pasted`(uri: String) throws {
    let address = uri + "?code=c&state=s"
    expect(try expected(at: uri).redirect(pasted: address).url, is: address)
  }

  private static let refused: [(String, RedirectRefusal)] = [
    ("abc123", RedirectRefusal.anotherAddress), ("?code=c&state=s", .anotherAddress),
    ("code=c&state=s", .anotherAddress),
    ("https://127.0.0.1:8089/callback?code=c&state=s", .anotherAddress),
    ("http://127.0.0.1:8089/callback/?code=c&state=s", .anotherAddress),
    ("http://127.0.0.1:8089/Callback?code=c&state=s", .anotherAddress),
    ("http://localhost:8089/callback?code=c&state=s", .anotherAddress),
    ("http://x@127.0.0.1:8089/callback?code=c&state=s", .anotherAddress),
    (Guide.redirectURI, .noCodeOrError), ("\(Guide.redirectURI)#code=c&state=s", .noCodeOrError),
    ("\(Guide.redirectURI)?code=%E9&state=s", .undecodable),
    ("\(Guide.redirectURI)?code=c&state=s&state=s", .parameterRepeated),
    ("\(Guide.redirectURI)?code=c", .stateMissing),
    ("\(Guide.redirectURI)?code=c#state=s", .stateMissing),
    ("\(Guide.redirectURI)?code=c&state=S", .stateDifferent),
    ("\(Guide.redirectURI)?state=s&code=\(String(repeating: "c", count: 65_536))", .tooLong),
  ]

  @Test(arguments: refused)
  func `anything else is refused`(address: String, refusal: RedirectRefusal) {
    #expect(throws: refusal) { try expected().redirect(pasted: address) }
  }

  @Test func `a character that merely looks alike makes another address`() {
    let uri = "https://app.example/caf\u{E9}"
    #expect(throws: RedirectRefusal.anotherAddress) {
      try expected(at: uri).redirect(pasted: "https://app.example/cafe\u{301}?code=c&state=s")
    }
  }

  // RFC 3986 §6.2.3: a browser shows the slash, and the redirect URI does not have it.
  @Test func `where the redirect URI has no path, the slash of the address bar is left out`() throws
  {
    let uri = "http://127.0.0.1:8089"
    let redirect = try expected(at: uri).redirect(pasted: uri + "/?code=c&state=s")
    expect(redirect.url, is: uri + "?code=c&state=s")
  }

  @Test func `in the implicit flow the answer stands behind the #`() throws {
    let address = Guide.redirectURI + "#access_token=t&state=s"
    expect(try expected(responseType: "token").redirect(pasted: address).url, is: address)
    let inQuery = Guide.redirectURI + "?access_token=t&state=s"
    #expect(throws: RedirectRefusal.noTokenOrError) {
      try expected(responseType: "token").redirect(pasted: inQuery)
    }
    let other = Guide.redirectURI + "#access_token=t&state=x"
    #expect(throws: RedirectRefusal.stateDifferent) {
      try expected(responseType: "token").redirect(pasted: other)
    }
    // Step 3 says what is wrong with a code here.
    let code = Guide.redirectURI + "?code=c&state=s"
    expect(try expected(responseType: "token").redirect(pasted: code).url, is: code)
  }

  @Test(arguments: [
    "http://a/b?c=d", "  http://a/b?c=d \t", "\u{1B}[200~http://a/b?c=d\u{1B}[201~",
    " \u{1B}[200~ http://a/b?c=d\u{1B}[201~ ", "'http://a/b?c=d'", "\"http://a/b?c=d\"",
    "<http://a/b?c=d>", "“http://a/b?c=d”", "\u{1B}[200~'http://a/b?c=d' \u{1B}[201~",
    "http://a/b?c=d\r", "`http://a/b?c=d`",
  ])
  func `what surrounds an address is taken off`(line: String) {
    expect(PastedLine.address(in: line), is: "http://a/b?c=d")
  }

  @Test(arguments: ["http://a/b?c=d'", "'http://a/b?c=d", "<http://a/b", "'"])
  func `a mark without its partner belongs to the address`(line: String) {
    expect(PastedLine.address(in: line), is: line)
  }

  @Test(arguments: ["", "   ", "\u{1B}[200~\u{1B}[201~", "''", "\"  \""])
  func `a line without an address is empty`(line: String) {
    expect(PastedLine.address(in: line).isEmpty)
  }
}
