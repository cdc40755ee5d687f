import TestSupport
import Testing
import Vocabulary

struct FlowTests {
  @Test func `the flows are those of the guide`() {
    expect(Flow.allCases.map(\.rawValue), is: ["pkce", "code", "implicit", "client-credentials"])
    for flow in Flow.allCases { expect(Flow(rawValue: flow.rawValue), is: flow) }
    expect(Set(Flow.allCases.map(\.title)).count, is: 4)
  }

  @Test func `steps keep their numbers in every flow, and only who may use it is listed`() {
    // RFC 6749 §4.1, §4.2 and §4.4: which requests and answers a grant has.
    expect(Flow.pkce.steps, is: [1, 2, 3, 4, 5])
    expect(Flow.code.steps, is: [2, 3, 4, 5])
    expect(Flow.implicit.steps, is: [2, 3])
    expect(Flow.clientCredentials.steps, is: [4, 5])
    // The guide: only a server application may leave out PKCE, and implicit is for the type client;
    // an older page of Fitbit's names personal too. RFC 6749 §4.4: confidential clients only.
    expect(Set(Flow.pkce.applicationTypes), is: Set(ApplicationType.allCases))
    expect(Flow.code.applicationTypes, is: [.server])
    expect(Flow.implicit.applicationTypes, is: [.client, .personal])
    expect(Flow.clientCredentials.applicationTypes, is: [.server])
  }

  @Test func `each restriction is a sentence with a section that exists`() throws {
    let sections = try SpecificationSections.load()
    for flow in Flow.allCases {
      expect(flow.restriction.hasSuffix("."))
      let reference = flow.restrictionReference
      guard let section = reference.section else { continue }
      let heading = sections.heading(of: section, in: reference.document)
      expect(heading, is: reference.heading, "\(flow)")
    }
  }
}
