import Discovery
import TestSupport
import Testing
import Vocabulary

struct IssuerIdentifierTests {
  @Test(arguments: [
    // The examples of RFC 8414 §3.1 and §5.
    (
      "https://example.com", "https://example.com/.well-known/oauth-authorization-server",
      "https://example.com/.well-known/openid-configuration"
    ),
    (
      "https://example.com/issuer1",
      "https://example.com/.well-known/oauth-authorization-server/issuer1",
      "https://example.com/issuer1/.well-known/openid-configuration"
    ),
    // RFC 8414 §3.1: a slash at the end is removed first.
    (
      "https://example.com/issuer1/",
      "https://example.com/.well-known/oauth-authorization-server/issuer1",
      "https://example.com/issuer1/.well-known/openid-configuration"
    ),
    (
      "http://127.0.0.1:8088", "http://127.0.0.1:8088/.well-known/oauth-authorization-server",
      "http://127.0.0.1:8088/.well-known/openid-configuration"
    ),
  ])
  func `the description is looked for in two places`(
    issuer: String, oauth: String, openID: String
  ) throws {
    expect(try IssuerIdentifier(issuer).metadataURLs, is: [oauth, openID])
  }

  @Test(arguments: [
    // RFC 8414 §3.1 and §5, and OpenID Connect Discovery 1.0 §4.
    ("https://example.com/.well-known/oauth-authorization-server", "https://example.com"),
    ("https://example.com/.well-known/openid-configuration", "https://example.com"),
    (
      "https://example.com/.well-known/oauth-authorization-server/issuer1",
      "https://example.com/issuer1"
    ),
    ("https://example.com/issuer1/.well-known/openid-configuration", "https://example.com/issuer1"),
    ("https://example.com/.well-known/openid-configuration/issuer1", "https://example.com/issuer1"),
    ("https://example.com/.well-known/other", "https://example.com/.well-known/other"),
  ])
  func `the address of a description names its issuer`(address: String, issuer: String) throws {
    expect(try IssuerIdentifier(address).value, is: issuer)
  }

  @Test(arguments: [
    "", "example.com", "http://example.com", "https://example.com?a=b", "https://example.com#a",
    "https://", "https://example.com/a b", "ftp://example.com", "https://exämple.com",
    "http://127.0.0.1.example.com", "http://localhost.example.com",
  ])
  func `anything else is no issuer`(text: String) {
    let failure = #expect(throws: StepFailure.self) { try IssuerIdentifier(text) }
    expect(failure?.reason, is: .metadataInvalid)
  }
}
