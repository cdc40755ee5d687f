import HTTPMessages
import Step3AuthorizationResponse
import TestSupport
import Testing
import Vocabulary

/// RFC 9207 §2.4, and the deviations of a redirect.
struct IssuerTests {
  /// The example of RFC 9207 §2.1.
  private static let example =
    "https://client.example/cb?code=x1848ZT64p4IirMPT0R-X3141MFPTuBX-VFL_cvaplMH58"
    + "&state=ZWVlNDBlYzA1NjdkMDNhYjg3ZjUxZjAyNGQzMTM2NzI&iss=https%3A%2F%2Fhonest.as.example"

  private func step(_ url: String, _ issuer: ExpectedIssuer) throws -> AuthorizationResponse {
    AuthorizationResponse(
      redirect: Redirect(url: url),
      expectedRedirectURI: try RedirectURI("https://client.example/cb"),
      expectedState: State("ZWVlNDBlYzA1NjdkMDNhYjg3ZjUxZjAyNGQzMTM2NzI"), expectedIssuer: issuer,
      origin: .live)
  }

  @Test(arguments: [true, false])
  func `the issuer that was asked gives the code`(isPromised: Bool) throws {
    let step = try step(Self.example, .known("https://honest.as.example", isPromised: isPromised))
    let code = try step.output()
    expect(code.value, is: "x1848ZT64p4IirMPT0R-X3141MFPTuBX-VFL_cvaplMH58")
    let verdict = step.run().outputs.first { $0.name == "issuer_verdict" }
    expect(verdict?.value, is: "equal")
    expect(step.run().departures, is: [])
  }

  @Test(arguments: [
    "https://honest.as.example/", "https://Honest.as.example", "https://attacker.example",
    "https://honest.as.exampl", "https://honest.as.example.attacker.example", "",
  ])
  func `another issuer gives nothing`(issuer: String) throws {
    let failure = try step(Self.example, .known(issuer, isPromised: false)).failure
    expect(failure?.reason, is: .issuerMismatch)
    expect(
      failure?.findings.contains { $0.name == "issuer_verdict" && $0.value == "different" },
      is: true)
  }

  @Test func `a promised issuer must be there, and one that was not may be missing`() throws {
    let bare = Self.example.split(separator: "&iss=")[0]
    let step = try step(String(bare), .known("https://honest.as.example", isPromised: true))
    expect(step.failure?.reason, is: .issuerMissing)
    let unpromised = try self.step(
      String(bare), .known("https://honest.as.example", isPromised: false))
    expect(try unpromised.output().value.hasPrefix("x1848"))
  }

  @Test func `an error is believed only from the right issuer`() throws {
    let url = Self.example.replacing(
      "code=x1848ZT64p4IirMPT0R-X3141MFPTuBX-VFL_cvaplMH58", with: "error=access_denied")
    let wrong = try step(url, .known("https://other.example", isPromised: false))
    expect(wrong.failure?.reason, is: .issuerMismatch)
    let right = try step(url, .known("https://honest.as.example", isPromised: true))
    expect(right.failure?.reason, is: .accessDenied)
  }

  @Test func `an issuer that cannot be compared is told`() throws {
    let step = try step(Self.example, .unknown)
    expect(try step.output().value.hasPrefix("x1848"))
    // The gap is in what is known here: the server has done nothing wrong.
    expect(step.run().departures.map(\.text), is: [])
    expect("\(step.run().notes)".contains("the expected issuer is unknown"))
  }

  @Test(arguments: [
    ("#_=_", "#_=_"), ("&error=odd_one", "odd_one"),
  ])
  func `what else departs from the specifications is told`(rest: String, word: String) throws {
    let step = try step(Self.example + rest, .known("https://honest.as.example", isPromised: true))
    expect(step.run().departures.count, is: 1)
    expect(step.run().departures.first?.text.contains(word), is: true)
  }
}
