import TestSupport
import Testing

/// What people paste into steps 3 and 5, and what they are told: rows of real reports.
struct PastedInputTests {
  private static let uri = "http://127.0.0.1:8251/callback"

  /// A session in which step 2 sent the state s1.
  private static func bench() async throws -> Bench {
    let bench = try Bench()
    expect(await bench.run("step", "1").exitCode, is: 0)
    let words = ["step", "2", "--state", "s1", "--redirect-uri", uri]
    expect(await bench.run(words).exitCode, is: 0)
    return bench
  }

  @Test(arguments: [
    "\(uri)?code=abc123&state=s1", " \(uri)?code=abc123&state=s1", "\(uri)?code=abc123&state=s1\n",
    "\"\(uri)?code=abc123&state=s1\"", "Location: \(uri)?code=abc123&state=s1",
    "\(uri)?code=abc123&state=s1#_=_", "\(uri)?code=abc123&state=s1&",
  ])
  func `what copying puts around a redirect is passed over`(text: String) async throws {
    let answer = await (try Self.bench()).run("step", "3", "--redirect", text)
    expect(answer.exitCode, is: 0, "\(text): \(answer.errors)")
  }

  @Test(arguments: [
    ("GET /callback?code=abc123&state=s1 HTTP/1.1", "request line"),
    ("/callback?code=abc123&state=s1", "Scheme and host are missing"),
    ("code=abc123&state=s1", "Scheme and host are missing"),
    ("SplxlOBeZQQYbYS6WxSbIA", "such as a code or a token"),
    ("https://127.0.0.1:8251/callback?code=a&state=s1", "the scheme differs (http, https)"),
    ("http://127.0.0.1:9999/callback?code=a&state=s1", "the port differs (8251, 9999)"),
    ("http://localhost:8251/callback?code=a&state=s1", "localhost is not 127.0.0.1"),
    ("http://127.0.0.1:8251/callback/?code=a&state=s1", "ends in a slash"),
    ("http://127.0.0.1:8251/Callback?code=a&state=s1", "letter case"),
    (
      "http://127.0.0.1:8250/authorize?response_type=code&client_id=ID&state=s1",
      "This is the authorization request from step 2, not the redirect."
    ),
  ])
  func `what is no redirect of this app is named`(text: String, words: String) async throws {
    let answer = await (try Self.bench()).run("step", "3", "--redirect", text)
    expect(answer.exitCode, is: 1)
    let flat = answer.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    expect(flat.contains(words), "\(text): \(flat.suffix(900))")
    expect(answer.all.contains("SplxlOBeZQQYbYS6WxSbIA"), is: false)
  }

  private static let token = "a075f8c14fb8df40b08ebc8508533dc332a6910a"
  private static let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"

  @Test(arguments: [
    (
      "HTTP/1.1 200 OK\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\naccess_token=\(token)&token_type=bearer",
      "form-encoded"
    ),
    (
      head + #"{"body":{"access_token":"\#(token)","token_type":"Bearer"}}"#, "nested in the member"
    ),
    (head + #"{"accessToken":"\#(token)","tokenType":"Bearer"}"#, "member names differ"),
    (head + "{'access_token': '\(token)', 'token_type': 'Bearer'}", "Python or JavaScript"),
  ])
  func `an answer in another form is named, and its token is not shown`(text: String, words: String)
    async throws
  {
    let bench = try await Self.bench()
    try bench.write(text, to: "r.txt")
    let answer = await bench.run("step", "5", "--response", bench.path("r.txt"))
    expect(answer.exitCode, is: 1)
    let flat = answer.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    expect(flat.contains(words), "\(flat.suffix(900))")
    expect(answer.all.contains(Self.token), is: false)
  }
}
