package import HTTPMessages
package import Step5TokenResponse
import Vocabulary

/// Token responses, written by hand.
package enum TestTokenResponse {
  /// The members of the guide's step 5, in its order.
  package static let good = """
    {"access_token": "eyJhbGciOiJIUzI1NiJ9.e30.abc", "expires_in": 28800, \
    "refresh_token": "c643a63c072f0f05478e9d18b991db80ef6061e4f8e6c822d83fed53e5fafdd7", \
    "scope": "\(Guide.scope)", "token_type": "Bearer", "user_id": "GGNJL9"}
    """

  /// 2026-11-22T12:00:00Z, as `date -u -d 2026-11-22T12:00:00Z +%s` prints it.
  package static let receivedAt: Int64 = 1_795_348_800

  package static func step(
    _ body: String, status: Int = 200, type: String = "application/json;charset=UTF-8",
    fields: [HTTPField] = [], scope: String = Guide.scope, receivedAt: Int64 = receivedAt
  ) -> TokenResponse {
    TokenResponse(
      response: HTTPResponse(
        status: status, fields: [HTTPField("Content-Type", type)] + fields,
        body: Array(body.utf8)),
      requestedScope: Scope(scope), receivedAt: receivedAt, origin: .recorded)
  }

  /// Creates the step for a valid response with additional members.
  package static func with(_ members: String) -> TokenResponse {
    step(#"{"access_token": "abc", "token_type": "Bearer"\#(members)}"#)
  }
}
