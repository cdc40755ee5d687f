import Foundation
import HTTPMessages
import Step3AuthorizationResponse
import Step5TokenResponse
import TestSupport
import Testing
import Vocabulary

/// A step reads a message once: outputs, notes and deviations all come of that reading.
struct SingleReadingTests {
  @Test(arguments: [
    (200, TestTokenResponse.good), (200, #"{"access_token":"a","token_type":"Bearer","x":1}"#),
    (400, #"{"errors":[{"errorType":"invalid_grant"}]}"#), (200, "<html>"), (200, ""), (500, "{}"),
  ])
  func `a token response is parsed once`(status: Int, body: String) {
    var count = 0
    let step = TestTokenResponse.step(body, status: status)
    let run = step.run { bytes in
      count += 1
      return try JSONValue(parsing: bytes)
    }
    expect(count, is: 1)
    expect(run.outputs, is: step.run().outputs)
    expect(run.departures, is: step.run().departures)
  }

  @Test(arguments: [
    "?code=a&state=\(Guide.state)#_=_", "?error=access_denied&state=\(Guide.state)", "#code=a", "",
  ])
  func `each part of a redirect is decoded once, in both flows that have one`(rest: String) throws {
    var texts: [String] = []
    let code = AuthorizationResponse(
      redirect: Redirect(url: Guide.redirectURI + rest),
      expectedRedirectURI: try RedirectURI(Guide.redirectURI), expectedState: State(Guide.state),
      expectedIssuer: .unknown, origin: .recorded)
    _ = code.run { text throws(Form.Fault) in
      texts.append(text)
      return try Form(decoding: text)
    }
    expect(texts.count, is: 2)
    texts = []
    _ = try TestImplicitResponse.step(rest).run { text throws(Form.Fault) in
      texts.append(text)
      return try Form(decoding: text)
    }
    expect(texts.count, is: 2)
  }

  @Test(arguments: [
    ("Step3AuthorizationResponse", "Form(decoding:", 2),
    ("Step5TokenResponse", "JSONValue(parsing:", 0),
    ("Step5TokenResponse", "JSONValue.init(parsing:", 1), ("TokenUse", "JSONValue(parsing:", 1),
    ("Discovery/MetadataResponse", "JSONValue(parsing:", 1),
  ])
  func `nothing is read but in that place`(module: String, call: String, count: Int) {
    let files = Repository.files(under: "Sources", ending: ".swift").filter {
      $0.hasPrefix("Sources/" + module)
    }
    let text = files.compactMap { Repository.text(of: $0) }.joined()
    expect(text.components(separatedBy: call).count - 1, is: count, module)
  }
}
