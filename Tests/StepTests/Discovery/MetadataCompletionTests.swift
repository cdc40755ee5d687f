import Discovery
import HTTPMessages
import TestSupport
import Testing
import Vocabulary

extension HTTPResponse {
  /// An answer in JSON.
  static func json(_ text: String, status: Int = 200) -> HTTPResponse {
    HTTPResponse(
      status: status, fields: [HTTPField("Content-Type", "application/json")],
      body: Array(text.utf8))
  }
}

/// A description at the second address that completes the first: OpenID Connect Discovery 1.0 §4.
struct MetadataCompletionTests {
  private static let issuer = #""issuer":"https://a.example""#
  private static let first =
    #"{\#(issuer),"authorization_endpoint":"https://a.example/first","scopes_supported":["a"]}"#
  private static let second =
    #"{\#(issuer),"authorization_endpoint":"https://a.example/second","token_endpoint":"https://a.example/t","scopes_supported":["b"]}"#

  private func step(_ text: String, completing earlier: String? = nil) throws -> MetadataResponse {
    MetadataResponse(
      response: .json(text), issuer: try IssuerIdentifier("https://a.example"), origin: .live,
      completing: earlier.map { .json($0) })
  }

  @Test func `only endpoints that the first one lacks are taken from the second`() throws {
    expect(try step(Self.first).lacksEndpoints)
    expect(try !step(Self.second).lacksEndpoints)
    let step = try step(Self.second, completing: Self.first)
    let server = try step.output()
    expect(server.authorizationEndpoint, is: "https://a.example/first")
    expect(server.tokenEndpoint, is: "https://a.example/t")
    expect(server.scopes.map(\.name), is: ["a"])
    expect("\(step.run().notes)".contains("token_endpoint"))
  }

  @Test(arguments: [#""issuer":"https://b.example""#, #""issuer":"https://a.example/""#, #""x":1"#])
  func `another issuer adds nothing`(issuer: String) throws {
    let other = Self.second.replacing(Self.issuer, with: issuer)
    let failure = try step(other, completing: Self.first).failure
    expect(failure?.reason, is: .issuerMismatch)
    expect(try !step(Self.first.replacing(Self.issuer, with: issuer)).lacksEndpoints)
  }

  @Test func `a description with a member twice is not used`() throws {
    // RFC 8259 §4.
    let text = Self.second.replacing(Self.issuer, with: Self.issuer + "," + Self.issuer)
    expect(try step(text).failure?.reason, is: .metadataInvalid)
    expect(try step(text).hasNoDescription)
    expect(try step("<!doctype html>").hasNoDescription)
    expect(try !step(Self.first).hasNoDescription)
  }
}
