import HTTPMessages
public import Vocabulary

extension AuthorizationResponse {
  /// What step 3 is called and what it is for.
  public static let heading = StepHeading(
    number: .authorizationResponse, name: "authorization-response", title: "Authorization response",
    purpose: """
      The authorization server redirects the browser to the client with a code, or with an error. Anyone can \
      send a browser there, so the client compares the state before it uses anything else.
      """,
    traffic: "Front channel: the browser, its history, scripts, and logs see this redirect.",
    details: ["redirect", "received_state"])

  /// Only a redirect that answers the client's own request gets this far.
  public var protection: String {
    "The state is the one from step 2, so no other site planted this redirect. The code gives access to nothing "
      + "until step 4 exchanges it."
  }

  /// What the redirect is held against.
  public var inputs: [Parameter] {
    [
      Parameter("redirect", redirect.url, in: .insideTheClient, origin: origin),
      Parameter(
        "redirect_uri", expectedRedirectURI.value, in: .insideTheClient, origin: .given),
      Parameter("expected_state", expectedState.value, in: .insideTheClient, origin: .given),
    ]
  }

  /// What to know about this redirect.
  func notes(_ code: AuthorizationCode) -> [Note] {
    guard redirect.parts.fragment == "_=_" else { return [] }
    return [
      .notice(
        server?.words(on: .redirectFragment)
          ?? "The server puts #_=_ behind the redirect. It is not part of the answer: leave it alone."
      )
    ]
  }
}
