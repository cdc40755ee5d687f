import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

/// The error texts of the token endpoint, as Fitbit's are known.
struct PracticeTokenRefusalTests {
  static let visit =
    "Visit https://dev.fitbit.com/docs/oauth2 for more information on the Fitbit Web API "
    + "authorization process."

  @Test func `without header and client_id, Fitbit's long sentence comes`() async throws {
    let answer = await PracticeRig().post("/oauth2/token", ["grant_type": "authorization_code"])
    try answer.expectRefusal(
      401, "invalid_client",
      "Invalid authorization header format. The header was not recognized to be a valid header for "
        + "any of known implementations or a client_id was not specified in case of a public "
        + "client Received header = null. \(Self.visit)")
    expect(answer.field("WWW-Authenticate"), is: "Basic realm=\"practice\"")
    expect(answer.field("Practice-Reconstructed"), is: nil)
  }

  /// Basic headers that are no credentials, as they come over the wire.
  static let malformed = [
    "Basic", "Basic ", "Basic !!!!", "Basic MjJCWUs5Og==", "Basic U1JWMDAx", "Basic U1JWMDAxO",
    "Basic U1JWMDAxOng", "Basic U1JWMDAxOng=\n", "Basic ====", "Bearer abc", "U1JWMDAxOng=",
    "Basic U1JWMDAxOiUtMQ==", "Basic U1JWMDAxOv8=", "",
  ]

  @Test(arguments: malformed)
  func `a malformed header is refused in Fitbit's words`(header: String) async throws {
    let answer = await PracticeRig().post(
      "/oauth2/token", ["grant_type": "authorization_code", "client_id": "CLI001"],
      fields: [HTTPField("Authorization", header)])
    try answer.expectRefusal(
      401, "invalid_client",
      "Invalid authorization header format. The client id was not provided in proper format inside "
        + "Authorization Header. Received authorization header = \(header),  received client "
        + "encoded id = null. \(Self.visit)")
  }

  @Test(arguments: [
    ("SRV001:wrong", "Invalid authorization header. Client secret invalid. "),
    ("SRV001:practice-secret-of-the-server-app ", "Invalid authorization header. Client secret"),
    (
      "srv001:practice-secret-of-the-server-app", "Invalid authorization header. Client id invalid."
    ),
    ("NOBODY:x", "Invalid authorization header. Client id invalid."),
    (":x", "Invalid authorization header. Client id invalid."),
    ("CLI001:x", "Invalid authorization header. Client secret invalid. "),
    ("PER001:x", "Invalid authorization header. Client secret invalid. "),
  ])
  func `wrong credentials are refused in Fitbit's words`(
    basic: String, message: String
  ) async throws {
    let answer = await PracticeRig().post(
      "/oauth2/token", ["grant_type": "authorization_code", "code": "x"], basic: basic)
    try answer.expectRefusal(401, "invalid_client", message)
  }

  @Test func `an unknown client_id in the body is refused`() async throws {
    let answer = await PracticeRig().post(
      "/oauth2/token", ["grant_type": "authorization_code", "client_id": "NOBODY"])
    try answer.expectRefusal(
      401, "invalid_client", "Invalid authorization header. Client id invalid. \(Self.visit)")
  }

  @Test(arguments: ["SRV001", "CLI001", "PER001"])
  func `a secret in the body is an incorrect authorization method`(client: String) async throws {
    let answer = await PracticeRig().post(
      "/oauth2/token",
      ["grant_type": "authorization_code", "client_id": client, "client_secret": "secret"])
    try answer.expectRefusal(
      401, "invalid_client", "Incorrect authorization method. \(Self.visit)")
  }

  @Test func `header and body must name the same client`() async throws {
    let answer = await PracticeRig().post(
      "/oauth2/token",
      ["grant_type": "authorization_code", "client_id": "CLI001", "code": "x"],
      basic: PracticeRig.serverBasic)
    try answer.expectRefusal(400, "invalid_request", "The client_id of header and body differ")
  }

  @Test func `missing parameters are named`() async throws {
    let rig = PracticeRig()
    let none = await rig.post("/oauth2/token", ["client_id": "CLI001"])
    try none.expectRefusal(
      400, "invalid_request", "Missing 'grant_type' parameter value. \(Self.visit)")
    let noCode = await rig.post(
      "/oauth2/token", ["grant_type": "authorization_code", "client_id": "CLI001"])
    try noCode.expectRefusal(400, "invalid_request", "Missing parameters: code \(Self.visit)")
    for value in [nil, ""] {
      let noToken = await rig.post(
        "/oauth2/token",
        ["grant_type": "refresh_token", "client_id": "CLI001", "refresh_token": value ?? ""])
      try noToken.expectRefusal(
        400, "invalid_request", "Missing parameters: refresh_token \(Self.visit)")
      expect(noToken.field("Practice-Reconstructed"), is: nil)
    }
  }

  @Test func `an unknown code and an unknown refresh token are shown again`() async throws {
    let rig = PracticeRig()
    try await rig.redeem("none").expectRefusal(
      400, "invalid_grant", "Authorization code invalid: none \(Self.visit)")
    try await rig.refresh("none").expectRefusal(
      400, "invalid_grant", "Refresh token invalid: none. \(Self.visit)")
  }

  @Test(arguments: ["password", "token", "AUTHORIZATION_CODE", "authorization_code "])
  func `an unknown grant is refused in reconstructed words`(grant: String) async throws {
    let answer = await PracticeRig().post(
      "/oauth2/token", ["grant_type": grant, "client_id": "CLI001"])
    try answer.expectRefusal(400, "unsupported_grant_type")
    expect(answer.field("Practice-Reconstructed") != nil)
  }

  @Test(arguments: [
    "application/json", "text/plain", "multipart/form-data", "",
    "application/x-www-form-urlencodedx",
  ])
  func `a body that is no form has no grant_type`(type: String) async throws {
    let answer = await PracticeRig().server.answer(
      to: HTTPRequest(
        method: "POST", url: PracticeRig.base + "/oauth2/token",
        fields: [HTTPField("Content-Type", type)],
        body: Array("grant_type=authorization_code&client_id=CLI001&code=x".utf8)))
    try answer.expectRefusal(400, "invalid_request", "Missing 'grant_type' parameter value.")
  }

  @Test(arguments: [
    "application/x-www-form-urlencoded;charset=UTF-8", "Application/X-WWW-Form-Urlencoded ; a=b",
  ])
  func `a form may name its characters`(type: String) async throws {
    let answer = await PracticeRig().server.answer(
      to: HTTPRequest(
        method: "POST", url: PracticeRig.base + "/oauth2/token",
        fields: [HTTPField("Content-Type", type)],
        body: Array("grant_type=authorization_code&client_id=CLI001&code=x".utf8)))
    try answer.expectRefusal(400, "invalid_grant")
  }

  @Test(arguments: ["grant_type", "client_id", "code", "code_verifier", "redirect_uri", "foo"])
  func `a repeated parameter is refused`(name: String) async throws {
    let body = "client_id=CLI001&\(name)=1&\(name)=2"
    let answer = await PracticeRig().server.answer(
      to: HTTPRequest(
        method: "POST", url: PracticeRig.base + "/oauth2/token",
        fields: [HTTPField("Content-Type", Form.mediaType)], body: Array(body.utf8)))
    try answer.expectRefusal(400, "invalid_request", "The parameter ")
  }
}
