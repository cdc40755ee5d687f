import HTTPMessages
public import Vocabulary

extension AuthorizationResponse {
  /// The heading of step 3: title, purpose, and channel.
  public static let heading = StepHeading(
    number: .authorizationResponse, name: "authorization-response", title: "Authorization response",
    purpose: """
      The authorization server redirects the browser to the client with a code, or with an error. Anyone can \
      send a browser there, so the client compares the state before it uses anything else.
      """,
    traffic: "Front channel: the browser, its history, scripts, and logs see this redirect.",
    details: ["redirect", "received_state"])

  /// The protection that the compared state gives.
  public var protection: String {
    "The state is the one from step 2, so no other site planted this redirect. The code gives access to nothing "
      + "until step 4 exchanges it."
  }

  /// The redirect and the values that it is compared with.
  public var inputs: [Parameter] {
    [
      Parameter("redirect", redirect.url, in: .insideTheClient, origin: origin),
      Parameter(
        "redirect_uri", expectedRedirectURI.value, in: .insideTheClient, origin: .given),
      Parameter("expected_state", expectedState.value, in: .insideTheClient, origin: .given),
    ]
  }

  /// Returns the notice about a fragment #_=_.
  func notes(_ code: AuthorizationCode) -> [Note] {
    guard redirect.parts.fragment == "_=_" else { return [] }
    return [
      .notice(
        server?.words(on: .redirectFragment)
          ?? "The server appends #_=_ to the redirect. It is not part of the response: ignore it."
      )
    ]
  }
}
