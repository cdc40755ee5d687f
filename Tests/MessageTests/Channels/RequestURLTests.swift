import Channels
import TestSupport
import Testing

struct RequestAddressTests {
  @Test(arguments: [
    ("https://api.fitbit.com/oauth2/token", "api.fitbit.com:443", "api.fitbit.com"),
    ("https://api.fitbit.com", "api.fitbit.com:443", "api.fitbit.com"),
    ("https://a:443/?b=c%20d", "a:443", "a"),
    ("https://a:8443/", "a:8443", "a:8443"),
    ("https://[2001:db8::1]:8443/", "[2001:db8::1]:8443", "[2001:db8::1]:8443"),
    ("http://127.0.0.1:8088/oauth2/token", "127.0.0.1:8088", "127.0.0.1:8088"),
    ("http://127.255.0.9/", "127.255.0.9:80", "127.255.0.9"),
    ("http://localhost:1/", "localhost:1", "localhost:1"),
    ("http://LOCALHOST/", "LOCALHOST:80", "LOCALHOST"),
    ("http://[::1]:8088/", "[::1]:8088", "[::1]:8088"),
    ("https://a/b..c/...?d=../e", "a:443", "a"),
  ])
  func `an address is cut into what is needed to reach it`(
    url: String, authority: String, hostField: String
  ) throws {
    let address = try RequestURL(url)
    expect(address.authority, is: authority)
    expect(address.hostField, is: hostField)
    expect(address.isProtected, is: url.hasPrefix("https:"))
  }

  /// http is for this machine alone, in its plain spellings.
  static let unprotected = [
    "http://api.fitbit.com/", "http://127.0.0.1.example/", "http://localhost.example/",
    "http://127.1/", "http://127.0.0.01/", "http://2130706433/", "http://0x7f.0.0.1/",
    "http://0.0.0.0/", "http://[::]/", "http://[::ffff:127.0.0.1]/", "http://[0:0:0:0:0:0:0:1]/",
    "http://128.0.0.1/", "http://foo.localhost/", "http://localhost./",
  ]

  /// URLs with more than one reading, or none.
  static let malformed = [
    "", "/", "a", "a:b", "//a/b", "https:", "https:/a", "https://", "https:///a", "https://:443/",
    "ftp://a/", "file:///etc/passwd", "HTTPS://a/", "data:,a", "javascript:a",
    "https://user@a/", "https://user:pass@a/", "https://a@b/", "https://127.0.0.1@evil.example/",
    "http://127.0.0.1:80@evil.example/", "https://a/#b", "https://a#", "https://a/ b",
    "https://a b/", " https://a/", "https://a/\n", "https://a/\r\nHost: b", "https://a/\u{0}",
    "https://a/é", "https://é/", "https://a/%", "https://a/%2", "https://a/%zz", "https://a%2eb/",
    "https://a/b\\c", "https://a\\b/", "https://a/{b}", "https://a/|", "https://a/\"",
    "https://a/<",
    "https://a:/", "https://a:0/", "https://a:65536/", "https://a:08443/", "https://a:+1/",
    "https://a:1:2/", "https://a:b/", "https://[::1/", "https://::1/", "https://[]/",
    "https://[::1]a/", "https://[fe80::1%25lo]/", "https://a/../b", "https://a/.",
    "https://a/b/./c",
    "https://a/%2e%2E/b", "https://a/.%2e",
  ]

  @Test(
    arguments: unprotected.map { ($0, BackChannelFault.unprotected($0)) }
      + malformed.map { ($0, .malformedURL($0)) })
  func `a URL without protection, or with more than one reading or none, is refused`(
    url: String, fault: BackChannelFault
  ) {
    #expect(throws: fault) { try RequestURL(url) }
  }
}
