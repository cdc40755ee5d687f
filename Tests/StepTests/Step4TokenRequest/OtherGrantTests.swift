import HTTPMessages
import Step4TokenRequest
import TestSupport
import Testing
import Vocabulary

/// Token requests without a code verifier: RFC 6749 §4.1.3 and §4.4.2.
struct OtherGrantTests {
  private func step(_ client: Client, _ grant: Grant) -> TokenRequest {
    TokenRequest(server: .fitbit, client: client, grant: grant)
  }

  private func code(_ client: Client) -> Grant {
    .authorizationCode(
      AuthorizationCode("SplxlOBeZQQYbYS6WxSbIA"), verifier: nil, redirectURI: client.redirectURI)
  }

  /// The client of the examples of RFC 6749, with its header of §2.3.1.
  private func exampleClient() throws -> Client {
    try Guide.client(
      identifier: "s6BhdRkqt3", secret: "7Fjfp0ZBr1KtDRbnfVdmIw",
      redirectURI: "https://client.example.com/cb")
  }

  private static let exampleHeader = "Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3"

  @Test
  func `the examples of RFC 6749 §4.1.3 and §4.4.2 come out, the former with client_id besides`()
    throws
  {
    let client = try exampleClient()
    let request = try step(client, code(client)).output()
    expect(request.method, is: "POST")
    expect(request.fields.value(of: "Authorization"), is: Self.exampleHeader)
    expect(request.fields.value(of: "Content-Type"), is: "application/x-www-form-urlencoded")
    // Fitbit's guide wants client_id too.
    expect(
      request.form?.pairs,
      is: [
        Form.Pair("grant_type", "authorization_code"), Form.Pair("client_id", "s6BhdRkqt3"),
        Form.Pair("code", "SplxlOBeZQQYbYS6WxSbIA"),
        Form.Pair("redirect_uri", "https://client.example.com/cb"),
      ])
    let own = try step(exampleClient(), .clientCredentials).output()
    expect(own.method, is: "POST")
    expect(own.url, is: "https://api.fitbit.com/oauth2/token")
    expect(own.fields.value(of: "Authorization"), is: Self.exampleHeader)
    expect(own.fields.value(of: "Content-Type"), is: "application/x-www-form-urlencoded")
    expect(String(decoding: own.body, as: UTF8.self), is: "grant_type=client_credentials")
  }

  @Test(arguments: [ApplicationType.client, .personal])
  func `a public application gets no token of its own`(type: ApplicationType) throws {
    // RFC 6749 §4.4: confidential clients only. A secret that it was given does not change that.
    for secret in [nil, Guide.clientSecret] {
      let failure = try #require(
        try step(Guide.client(type, secret: secret), .clientCredentials).failure)
      expect(failure.reason, is: .clientSecretMissing)
      expect(failure.reference.section, is: "4.4")
      expect(failure.received.contains(type.rawValue))
    }
  }

  @Test(arguments: [nil, ""] as [String?])
  func `a server application without its secret is refused`(secret: String?) throws {
    let client = try Guide.client(.server, secret: secret)
    for grant in [Grant.clientCredentials, code(client)] {
      expect(step(client, grant).failure?.reason, is: .clientSecretMissing)
    }
  }

  @Test func `what a step needs is its input, and all of it is explained`() throws {
    let client = try Guide.client()
    let names: [(Grant, [String])] = [
      (.clientCredentials, []), (code(client), ["code", "redirect_uri"]),
    ]
    let common = ["token_endpoint", "application_type", "client_id", "client_secret"]
    for (grant, own) in names {
      let step = step(client, grant)
      expect(step.inputs.map(\.name), is: common + own)
      let outputs = step.run().outputs
      for parameter in step.inputs + outputs {
        expect(parameter.reference != nil, "\(parameter.name)")
      }
    }
  }

  private func remarks(_ grant: Grant) throws -> String {
    let step = step(try Guide.client(), grant)
    let texts = step.run().notes.map { note in
      if case .remark(let text) = note { text } else { "" }
    }
    return texts.joined(separator: "\n") + step.purpose
  }

  @Test func `purpose and remarks speak of what is sent`() throws {
    let own = try remarks(.clientCredentials)
    expect(!own.contains("verifier") && !own.contains("exchanges the code"))
    let plain = try remarks(code(Guide.client()))
    expect(plain.contains("no code_verifier") && plain.contains("RFC 9700 §2.1.1"))
    expect(!plain.contains("hashes the verifier"))
  }
}
