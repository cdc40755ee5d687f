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

  /// A request that is refused, and the words that come.
  struct Refused: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var form: KeyValuePairs = ["grant_type": "authorization_code", "code": "x"]
    var basic: String?
    var status = 401
    let message: String
  }

  private static let wrongID = "Invalid authorization header. Client id invalid. \(visit)"
  private static let wrongSecret = "Invalid authorization header. Client secret invalid. "

  static let refused: [Refused] =
    [
      ("SRV001:wrong", wrongSecret), ("SRV001:practice-secret-of-the-server-app ", wrongSecret),
      ("srv001:practice-secret-of-the-server-app", wrongID), ("NOBODY:x", wrongID),
      (":x", wrongID), ("CLI001:x", wrongSecret), ("PER001:x", wrongSecret),
    ].map { (basic: String, message: String) in
      Refused(testDescription: "wrong credentials \(basic)", basic: basic, message: message)
    }
    + ["SRV001", "CLI001", "PER001"].map { client in
      Refused(
        testDescription: "a secret of \(client) in the body",
        form: [
          "grant_type": "authorization_code", "client_id": client, "client_secret": "secret",
        ], message: "Incorrect authorization method. \(visit)")
    } + [
      Refused(
        testDescription: "an unknown client_id in the body",
        form: ["grant_type": "authorization_code", "client_id": "NOBODY"], message: wrongID),
      Refused(
        testDescription: "a header and a body that do not name the same client",
        form: ["grant_type": "authorization_code", "client_id": "CLI001", "code": "x"],
        basic: PracticeRig.serverBasic, status: 400,
        message: "The client_id of header and body differ"),
    ]

  @Test(arguments: refused)
  func `wrong credentials are refused in Fitbit's words`(refused: Refused) async throws {
    let answer = await PracticeRig().post("/oauth2/token", refused.form, basic: refused.basic)
    try answer.expectRefusal(
      refused.status, refused.status == 401 ? "invalid_client" : "invalid_request",
      refused.message)
  }

  @Test func `missing parameters are named, and unknown values shown again`() async throws {
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
    // An unknown code and an unknown refresh token are shown again.
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

  private static let body = "grant_type=authorization_code&client_id=CLI001&code=x"
  private static let notForms = [
    "application/json", "text/plain", "multipart/form-data", "",
    "application/x-www-form-urlencodedx",
  ]
  private static let forms = [
    "application/x-www-form-urlencoded;charset=UTF-8", "Application/X-WWW-Form-Urlencoded ; a=b",
  ]
  private static let names = [
    "grant_type", "client_id", "code", "code_verifier", "redirect_uri", "foo",
  ]

  /// A body that is no form has no grant_type, a form may name its characters, and no parameter comes twice.
  static let bodies: [(type: String, body: String, error: String, message: String)] =
    notForms.map { ($0, body, "invalid_request", "Missing 'grant_type' parameter value.") }
    + forms.map { ($0, body, "invalid_grant", "") }
    + names.map {
      (Form.mediaType, "client_id=CLI001&\($0)=1&\($0)=2", "invalid_request", "The parameter ")
    }

  @Test(arguments: bodies)
  func `a body is read as a form, if it is called one and repeats no parameter`(
    type: String, body: String, error: String, message: String
  ) async throws {
    let answer = await PracticeRig().server.respond(
      to: HTTPRequest(
        method: "POST", url: PracticeRig.base + "/oauth2/token",
        fields: [HTTPField("Content-Type", type)], body: Array(body.utf8)))
    try answer.expectRefusal(400, error, message)
  }
}
