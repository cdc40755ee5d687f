import Flows
import TestSupport
import Testing
import Vocabulary

struct FlowDescriptionTests {
  @Test func `the flows are those of the guide`() {
    expect(Flow.allCases.map(\.rawValue), is: ["pkce", "code", "implicit", "client-credentials"])
    for flow in Flow.allCases { expect(Flow(rawValue: flow.rawValue), is: flow) }
    expect(Set(Flow.allCases.map(\.about.title)).count, is: 4)
  }

  @Test func `steps keep their numbers in every flow, and only who may use it is listed`() {
    // RFC 6749 §4.1, §4.2 and §4.4: which requests and answers a grant has.
    expect(Flow.pkce.about.steps.map(\.rawValue), is: [1, 2, 3, 4, 5])
    expect(Flow.code.about.steps.map(\.rawValue), is: [2, 3, 4, 5])
    expect(Flow.implicit.about.steps.map(\.rawValue), is: [2, 3])
    expect(Flow.clientCredentials.about.steps.map(\.rawValue), is: [4, 5])
    // The guide: only a server application may leave out PKCE, and implicit is for the type client;
    // an older page of Fitbit's names personal too. RFC 6749 §4.4: confidential clients only.
    expect(Set(Flow.pkce.about.applicationTypes), is: Set(ApplicationType.allCases))
    expect(Flow.code.about.applicationTypes, is: [.server])
    expect(Flow.implicit.about.applicationTypes, is: [.client, .personal])
    expect(Flow.clientCredentials.about.applicationTypes, is: [.server])
  }

  @Test func `each restriction is a sentence with a section that exists`() throws {
    let sections = try SpecificationSections.load()
    for flow in Flow.allCases {
      expect(flow.about.restriction.text.hasSuffix("."))
      let reference = flow.about.restriction.reference
      guard let section = reference.section else { continue }
      let heading = sections.heading(of: section, in: reference.document)
      expect(heading, is: reference.heading, "\(flow)")
    }
  }
}
