import HTTPMessages
import Step4TokenRequest
import TestSupport
import Testing
import Vocabulary

struct TokenRequestTests {
  private func step(_ client: Client, code: String = Guide.code) throws -> TokenRequest {
    TokenRequest(
      server: .fitbit, client: client,
      grant: .authorizationCode(
        AuthorizationCode(code), verifier: try CodeVerifier(Guide.verifier),
        redirectURI: client.redirectURI))
  }

  /// The parameters of RFC 6749 §4.1.3 and RFC 7636 §4.5, written by hand.
  static let body = [
    "grant_type=authorization_code", "client_id=ABC123",
    "code=3f7a1c0e9b5d48267ae0c4d1f2863b9507ea6d1c",
    "code_verifier=01234567890123456789012345678901234567890123456789",
    "redirect_uri=https%3A%2F%2Fapp.example.com%2Fcallback",
  ].joined(separator: "&")

  @Test func `a server application authenticates with the guide's header, and nowhere else`() throws
  {
    let request = try step(Guide.client(.server)).output()
    expect(request.method, is: "POST")
    expect(request.url, is: "https://api.fitbit.com/oauth2/token")
    expect(
      request.fields,
      is: [
        HTTPField("Authorization", Guide.basicHeader),
        HTTPField("Content-Type", "application/x-www-form-urlencoded"),
        HTTPField("Accept", "application/json"),
      ])
    expect(String(decoding: request.body, as: UTF8.self), is: Self.body)
    // RFC 6749 §2.3.1: never in the URL; and one way of authenticating in each request (§2.3).
    let body = String(decoding: request.body, as: UTF8.self)
    expect(!request.url.contains(Guide.clientSecret) && !body.contains(Guide.clientSecret))
    expect(!body.contains("client_secret"))
    expect(!request.url.contains("?"))
  }

  @Test(arguments: [ApplicationType.client, .personal])
  func `a public application sends no header, even if it was given a secret`(
    type: ApplicationType
  ) throws {
    // The guide, step 4: no additional security requirements; RFC 6749 §2.3: no secret to send.
    for secret in [nil, Guide.clientSecret, ""] {
      let request = try step(Guide.client(type, secret: secret)).output()
      expect(request.fields.map(\.name), is: ["Content-Type", "Accept"])
      expect(String(decoding: request.body, as: UTF8.self), is: Self.body)
    }
  }

  @Test(arguments: [nil, ""] as [String?])
  func `a server application without its secret is refused`(secret: String?) throws {
    let failure = try #require(try step(Guide.client(.server, secret: secret)).failure)
    expect(failure.reason, is: .clientSecretMissing)
    expect(failure.reference.section, is: "3.2.1")
  }

  @Test func `a code with odd characters arrives as it was`() throws {
    let code = "a+b/c=%20 ä&code_verifier=x"
    let request = try step(Guide.client(), code: code).output()
    expect(request.form?.value(of: "code"), is: code)
    expect(request.form?.repeatedNames.isEmpty, is: true)
    expect(request.form?.pairs.count, is: 5)
  }

  @Test func `inputs and outputs are explained for each type`() throws {
    for type in ApplicationType.allCases {
      let step = try step(Guide.client(type))
      let outputs = step.run().outputs
      for parameter in step.inputs + outputs {
        expect(parameter.reference != nil, "\(parameter.name)")
      }
      expect(step.inputs.contains { $0.name == "client_secret" }, is: (type == .server))
      expect(outputs.map(\.name), is: ["client_authentication"])
      expect(step.run().notes.count, is: 2)
    }
  }
}
