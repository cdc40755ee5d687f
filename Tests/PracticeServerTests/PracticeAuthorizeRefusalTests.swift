import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

/// What is wrong with an authorization request is said on a page, and nobody is sent anywhere.
struct PracticeAuthorizeRefusalTests {
  private func expectPage(
    _ answer: PracticeServer.LoggedResponse, _ text: String, reconstructed: Bool = false,
    file: StaticString = #filePath, line: Int = #line
  ) {
    expect(answer.status, is: 400, "\(answer.summary)", file: file, line: line)
    expect(answer.location, is: nil, file: file, line: line)
    expect(
      answer.field("Content-Type"), is: "text/html;charset=UTF-8", file: file, line: line)
    let shown = text.replacing("\"", with: "&quot;")
    expect(
      answer.text.contains("<code>\(shown)</code>"), "\(answer.text)",
      file: file, line: line)
    expect(
      (answer.field("Practice-Reconstructed") != nil), is: reconstructed,
      file: file, line: line)
    expect(answer.relaxed.isEmpty, file: file, line: line)
  }

  struct Mistake: Sendable {
    let name: String
    let value: String?
    let text: String
    var client = "CLI001"
    var isReconstructed = false
  }

  /// The table of Fitbit's error page.
  static let mistakes = [
    Mistake(
      name: "client_id", value: "NOBODY", text: "unauthorized_client - Invalid client_id"),
    Mistake(
      name: "client_id", value: "cli001", text: "unauthorized_client - Invalid client_id"),
    Mistake(
      name: "client_id", value: nil, text: "invalid_request - Missing parameters: client_id"),
    Mistake(name: "client_id", value: "", text: "invalid_request - Missing parameters: client_id"),
    Mistake(
      name: "code_challenge", value: String(repeating: "=", count: 43),
      text: "invalid_request - The code_challenge parameter is invalid"),
    Mistake(
      name: "code_challenge", value: String(repeating: "a", count: 42),
      text: "invalid_request - The code_challenge parameter length must be between 43 and 128"),
    Mistake(
      name: "code_challenge", value: String(repeating: "a", count: 129),
      text: "invalid_request - The code_challenge parameter length must be between 43 and 128"),
    Mistake(
      name: "code_challenge_method", value: "s256",
      text: "invalid_request - Unsupported code_challenge_method"),
    Mistake(
      name: "redirect_uri", value: "https://evil.example/",
      text: "invalid_request - Invalid redirect_uri parameter value"),
    Mistake(
      name: "redirect_uri", value: nil,
      text: "invalid_request - Missing redirect_uri parameter value"),
    Mistake(
      name: "response_type", value: "id_token",
      text: "unsupported_response_type - Invalid response_type parameter value"),
    Mistake(
      name: "response_type", value: nil,
      text: "invalid_request - Missing response_type parameter value"),
    Mistake(
      name: "response_type", value: "token",
      text: "unauthorized_client - The client is not authorized to request an access token using "
        + "this method", client: "SRV001"),
    Mistake(
      name: "scope", value: "activity steps", text: "invalid_scope - Invalid scope: steps",
      isReconstructed: true),
    Mistake(
      name: "scope", value: nil, text: "invalid_request - Missing parameters: scope",
      isReconstructed: true),
    Mistake(
      name: "scope", value: " ", text: "invalid_request - Missing parameters: scope",
      isReconstructed: true),
    Mistake(
      name: "code_challenge", value: nil,
      text: "invalid_request - Missing parameters: code_challenge", isReconstructed: true),
    Mistake(
      name: "code_challenge", value: nil,
      text: "invalid_request - Missing parameters: code_challenge", client: "PER001",
      isReconstructed: true),
    Mistake(
      name: "prompt", value: "nonsense",
      text: "invalid_request - Invalid prompt parameter value", isReconstructed: true),
    Mistake(
      name: "prompt", value: "none login",
      text: "invalid_request - Invalid prompt parameter value", isReconstructed: true),
    Mistake(
      name: "response_mode", value: "form_post",
      text: "invalid_request - Invalid response_mode parameter value", isReconstructed: true),
  ]

  @Test(arguments: mistakes)
  func `a mistake gets a page with Fitbit's text, and no redirect`(mistake: Mistake) async {
    let form = PracticeRig.request(mistake.client).with(mistake.name, mistake.value)
    expectPage(
      await PracticeRig().authorize(form), mistake.text, reconstructed: mistake.isReconstructed)
  }

  @Test func `a repeated parameter, or a query that cannot be decoded, gets a page`() async {
    for pair in PracticeRig.request().pairs {
      let form = PracticeRig.request().adding(pair.name, pair.value)
      expectPage(
        await PracticeRig().authorize(form),
        "invalid_request - The parameter \(pair.name) is repeated", reconstructed: true)
    }
    let answer = await PracticeRig().get("/oauth2/authorize?client_id=%ZZ")
    expectPage(answer, "invalid_request - The query cannot be decoded", reconstructed: true)
  }

  @Test func `a prompt needs the redirect URI, even if only one is registered`() async {
    let rig = PracticeRig {
      $0.clients = [
        PracticeClient(
          identifier: "CLI001", applicationType: .client, secret: nil,
          redirectURIs: [PracticeRig.redirectURI])
      ]
    }
    let form = PracticeRig.request().with("redirect_uri", nil)
    expect(await rig.authorize(form).status, is: 200)
    expectPage(
      await rig.authorize(form.with("prompt", "consent")),
      "invalid_request - Missing redirect_uri parameter value")
  }

  /// The ways of tampering with a redirect URI that RFC 9700 §4.1 and RFC 6819 §4.1.5 know.
  static let tampered = [
    "http://127.0.0.1:8089/callback.evil", "http://127.0.0.1:8089/callback/",
    "http://127.0.0.1:8089/",
    "http://127.0.0.1:8089/callback/sub", "http://127.0.0.1:8089/callback?next=evil",
    "http://127.0.0.1:8089/callback?", "http://127.0.0.1:8089/callback#x",
    "http://127.0.0.1:8089/callback#", "http://127.0.0.1:8089/%2e%2e/callback",
    "http://127.0.0.1:8089/callback/%2e%2e/evil", "http://127.0.0.1:8089/x/../callback",
    "http://127.0.0.1:8089\\callback", "http://127.0.0.1:8089/callback\\@evil.example",
    "http://127.0.0.1:8089@evil.example/callback", "http://user@127.0.0.1:8089/callback",
    "http://LOCALHOST:8089/callback", "HTTP://127.0.0.1:8089/callback",
    "http://localhost.:8089/callback", "http://127.0.0.1.:8089/callback",
    "http://127.0.0.1:8090/callback", "http://127.0.0.1/callback",
    "http://127.0.0.1:08089/callback", "https://127.0.0.1:8089/callback",
    "http://[::1]:8089/callback", "http://127.1:8089/callback", "http://127.0.0.1:8089/Callback",
    "http://127.0.0.1:8089/%63allback", " http://127.0.0.1:8089/callback",
    "http://127.0.0.1:8089/callback ", "http://127.0.0.1:8089/callback\n",
    "http://127.0.0.1:8089/callback\u{301}", "urn:ietf:wg:oauth:2.0:oob", "javascript:alert(1)",
  ]

  @Test(arguments: tampered)
  func `a redirect URI that only resembles a registered one gets a page`(uri: String) async {
    expectPage(
      await PracticeRig().authorize(PracticeRig.request().with("redirect_uri", uri)),
      "invalid_request - Invalid redirect_uri parameter value")
  }

  @Test func `redirect URIs that a person or Swift takes for the same are two`() async {
    // Localhost and 127.0.0.1 are two redirect URIs.
    let local = PracticeRig {
      $0.clients = [
        PracticeClient(
          identifier: "CLI001", applicationType: .client, secret: nil,
          redirectURIs: ["http://localhost:8089/callback"])
      ]
    }
    expectPage(
      await local.authorize(), "invalid_request - Invalid redirect_uri parameter value")
    let own = PracticeRig.request().with("redirect_uri", "http://localhost:8089/callback")
    expect(await local.authorize(own).status, is: 200)
    // A text that Swift takes for the same is another one.
    let rig = PracticeRig {
      $0.clients = [
        PracticeClient(
          identifier: "K1", applicationType: .client, secret: nil,
          redirectURIs: ["http://127.0.0.1:8089/K"])
      ]
    }
    let form = PracticeRig.request("K1").with("redirect_uri", "http://127.0.0.1:8089/K")
    expect(await rig.authorize(form).status, is: 200)
    // U+212A KELVIN SIGN is canonically a K.
    let kelvin = form.with("redirect_uri", "http://127.0.0.1:8089/\u{212A}")
    expectPage(
      await rig.authorize(kelvin), "invalid_request - Invalid redirect_uri parameter value")
    expectPage(
      await rig.authorize(form.with("client_id", "\u{212A}1")),
      "unauthorized_client - Invalid client_id")
  }
}
