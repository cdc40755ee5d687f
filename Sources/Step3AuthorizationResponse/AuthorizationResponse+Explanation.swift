import HTTPMessages
public import Vocabulary

extension AuthorizationResponse {
  /// What step 3 is called and what it is for.
  public static let heading = StepHeading(
    number: .authorizationResponse, name: "authorization-response", title: "Authorization response",
    purpose: """
      The server sends the browser back to the app, and the answer travels in the address: a code, or \
      an error. Anything in an address can be seen, kept and forged, so the app first compares the \
      state with its own, and takes the code only then. The code alone opens nothing: \
      step 4 adds what only the app knows.
      """,
    traffic: "The browser brings this to the app: the front channel.")

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
      .remark(
        server?.words(on: .redirectFragment)
          ?? "The server puts #_=_ behind the redirect. It is not part of the answer: leave it alone."
      )
    ]
  }
}
