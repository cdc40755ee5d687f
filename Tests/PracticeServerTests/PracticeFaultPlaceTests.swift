import HTTPMessages
import TestSupport
import Testing
import Vocabulary

@testable import PracticeServer

/// Faults in the redirect and in the metadata.
struct PracticeFaultPlaceTests {
  /// The parameters of a redirect, without and with a fault.
  private func redirects(
    _ fault: PracticeFault, _ request: Form = PracticeRig.request()
  ) async throws -> (usual: Form, struck: Form) {
    func form(_ faults: [PracticeFault]) async throws -> Form {
      let rig = PracticeRig {
        $0.features.insert(.issuer)
        $0.autoApproves = true
        $0.faults = faults
      }
      return try #require(await rig.authorize(request).redirectForm)
    }
    return (try await form([]), try await form([fault]))
  }

  /// What each fault makes of a parameter (RFC 6749 §4.1.2, RFC 9207 §2); `nil` is one that is not there.
  static let changes: [(fault: PracticeFault, name: String, value: String?)] = [
    (.wrongIssuer, "iss", "https://other.example"), (.noIssuer, "iss", nil),
    (.wrongState, "state", "not-the-state-of-the-request"), (.noState, "state", nil),
    (.noCode, "code", nil),
  ]

  @Test(arguments: changes)
  func `a fault changes one parameter of the redirect, and nothing else`(
    fault: PracticeFault, name: String, value: String?
  ) async throws {
    let (usual, struck) = try await redirects(fault)
    expect(usual.value(of: name) != nil && usual.value(of: name) != value)
    expect(struck.value(of: name), is: value)
    expect(struck.with(name, nil), is: usual.with(name, nil))
  }

  @Test(arguments: changes.filter { $0.fault != .noCode })
  func `it does so in the fragment of the implicit flow, too`(
    fault: PracticeFault, name: String, value: String?
  ) async throws {
    let request = PracticeRig.request().with("response_type", "token")
    let (usual, struck) = try await redirects(fault, request)
    expect(struck.value(of: name), is: value)
    expect(struck.with(name, nil), is: usual.with(name, nil))
    expect(struck.value(of: "access_token") != nil)
  }

  @Test func `a redirect URI with a state and a code of its own keeps them`() {
    var redirect = RedirectText("http://127.0.0.1/?state=own&code=own&code=x&state=y#_=_")
    redirect.set("state", to: "z")
    redirect.remove("code")
    expect(redirect.text, is: "http://127.0.0.1/?state=own&code=own&state=z#_=_")
  }

  @Test func `denied is what a user does who says no, and issues nothing`() async throws {
    let rig = PracticeRig { $0.faults = [.denied, .noState] }
    let answer = await rig.server.respond(
      to: PracticeRig.authorizing(PracticeRig.request()), deciding: UserDecision.allow)
    expect(answer.redirectForm?.value(of: "error"), is: "access_denied")
    expect(answer.redirectForm?.value(of: "state"), is: nil)
    expect(await rig.server.ledger.codes.newest == nil)
    expect(answer.summary.contains("fault no-state"))
  }

  @Test func `the metadata has another issuer, no JSON, or no S256`() async throws {
    let path = "/.well-known/oauth-authorization-server"
    let usual = try await PracticeRig().get(path).members()
    let other = try await PracticeRig { $0.fault = .otherIssuer }.get(path).members()
    expect(usual["issuer"] as? String, is: PracticeRig.base)
    // RFC 8414 §3.3: it must be identical to what the client began with.
    expect(other["issuer"] as? String, is: "https://other.example")
    expect(other["token_endpoint"] as? String, is: usual["token_endpoint"] as? String)
    let plain = try await PracticeRig { $0.fault = .metadataWithoutS256 }.get(path).members()
    expect(plain["code_challenge_methods_supported"] as? [String], is: ["plain"])
    let page = await PracticeRig { $0.fault = .metadataNotJSON }.get(path)
    expect(page.status == 200 && page.field("Content-Type")?.hasPrefix("text/html") == true)
    expect((try? page.members()) == nil)
  }

  @Test func `several faults are on at once`() async throws {
    let rig = PracticeRig {
      $0.features.insert(.issuer)
      $0.faults = [.wrongState, .noIssuer, .conflict]
    }
    let answer = await rig.server.respond(
      to: PracticeRig.authorizing(PracticeRig.request()), deciding: UserDecision.allow)
    expect(answer.redirectForm?.value(of: "state"), is: "not-the-state-of-the-request")
    expect(answer.redirectForm?.value(of: "iss"), is: nil)
    let code = try #require(answer.redirectForm?.value(of: "code"))
    let tokens = try await rig.redeem(code).pair()
    expect(await rig.refresh(tokens.refresh).status, is: 409)
  }

  @Test func `each fault says what it does and what a correct client does`() {
    for fault in PracticeFault.allCases {
      expect(fault.effect.hasSuffix(".") && fault.expectation.hasPrefix("A correct client "))
      expect(fault.expectation.hasSuffix("."))
    }
    expect(Set(PracticeFault.allCases.map(\.effect)).count, is: PracticeFault.allCases.count)
  }
}
