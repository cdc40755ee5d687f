import HTTPMessages
import Testing

@Suite struct URLPartsHostTests {
  @Test(arguments: [
    ("https://www.fitbit.com/oauth2", "www.fitbit.com"), ("https://a:8443/x", "a"),
    ("http://[::1]:80/", "[::1]"), ("https://user:word@host:1/", "host"), ("mailto:a@b", ""),
  ])
  func `the host is what stands before the port`(url: String, host: String) {
    #expect(URLParts(url).host == host)
  }

  @Test(arguments: [
    // RFC 8252 §7.3 and RFC 9700 §2.6; 127.0.0.0/8 is this machine: RFC 1122 §3.2.1.3.
    ("http://127.0.0.1:8088/", true), ("http://127.9.9.9/", true), ("http://[::1]/", true),
    ("http://localhost:1/", true), ("http://LOCALHOST/", true), ("https://example.com", true),
    ("http://example.com", false), ("http://127.0.0.1.example.com/", false),
    ("http://127.1/", false), ("http://0.0.0.0/", false), ("http://localhost.example.com", false),
    ("http://127.0.0.1@example.com/", false), ("https://", false), ("ftp://127.0.0.1/", false),
    ("http://[::1].example.com/", false),
  ])
  func `nothing is sent where it can be read on the way`(url: String, isProtected: Bool) {
    #expect(URLParts(url).isProtected == isProtected)
  }
}
