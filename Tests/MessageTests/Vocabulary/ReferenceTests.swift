import TestSupport
import Testing
import Vocabulary

struct ReferenceTests {
  /// The constructors, by the names under which the sources call them.
  static let constructors: [String: @Sendable (String) -> Reference] = [
    "rfc3986": { .rfc3986($0) }, "rfc4648": { .rfc4648($0) }, "rfc6749": { .rfc6749($0) },
    "rfc6750": { .rfc6750($0) }, "rfc7617": { .rfc7617($0) }, "rfc7636": { .rfc7636($0) },
    "rfc8259": { .rfc8259($0) }, "rfc9110": { .rfc9110($0) }, "rfc9111": { .rfc9111($0) },
    "rfc7009": { .rfc7009($0) }, "rfc7662": { .rfc7662($0) }, "rfc9207": { .rfc9207($0) },
    "rfc6585": { .rfc6585($0) }, "rfc6265": { .rfc6265($0) }, "rfc6797": { .rfc6797($0) },
    "rfc9112": { .rfc9112($0) },
    "rfc8252": { .rfc8252($0) }, "rfc8414": { .rfc8414($0) },
    "rfc9700": { .rfc9700($0) }, "fips1804": { .fips1804($0) },
    "rfc7591": { .rfc7591($0) }, "rfc8628": { .rfc8628($0) }, "rfc8693": { .rfc8693($0) },
    "rfc8705": { .rfc8705($0) },
    "rfc8707": { .rfc8707($0) }, "rfc9068": { .rfc9068($0) }, "rfc9126": { .rfc9126($0) },
    "rfc9396": { .rfc9396($0) }, "rfc9449": { .rfc9449($0) }, "rfc9701": { .rfc9701($0) },
    "rfc9728": { .rfc9728($0) }, "rfc10017": { .rfc10017($0) }, "oauth21": { .oauth21($0) },
    "openIDConnect": { .openIDConnect($0) }, "openIDDiscovery": { .openIDDiscovery($0) },
    "openIDSessions": { .openIDSessions($0) },
    "multipleResponseTypes": { .multipleResponseTypes($0) },
  ]

  /// A call of a constructor, as the sources write it.
  nonisolated(unsafe) static let call =
    #/\.(rfc\d{4,5}|fips\d{4}|oauth21|openID[A-Z]\w+|multipleResponseTypes)\(\s*"([^"]*)"\s*\)/#

  @Test func `every reference in the sources exists under the heading that is shown`() throws {
    let sections = try SpecificationSections.load()
    var count = 0
    for path in Repository.files(under: "Sources", ending: ".swift") {
      let text = try #require(Repository.text(of: path))
      for match in text.matches(of: Self.call) {
        let make = try #require(Self.constructors[String(match.output.1)], "\(match.output.0)")
        let reference = make(String(match.output.2))
        let heading = sections.heading(of: String(match.output.2), in: reference.document)
        expect(heading != nil, "\(path): no such section: \(match.output.0)")
        expect(reference.heading, is: heading, "\(path): \(match.output.0)")
        count += 1
      }
    }
    expect(count > 60)
  }

  @Test func `every constructor of the sources is known here`() throws {
    let path = "Sources/Vocabulary/Reference+Specifications.swift"
    let text = try #require(Repository.text(of: path))
    let names = text.matches(of: #/public static func (\w+)\(_ section/#).map {
      String($0.output.1)
    }
    expect(Set(names), is: Set(Self.constructors.keys))
  }

  @Test func `no heading differs from the specification's own`() throws {
    let path = "Sources/Vocabulary/SectionHeadings.swift"
    let text = try #require(Repository.text(of: path))
    let sections = try SpecificationSections.load()
    var document = ""
    var count = 0
    for match in text.matches(of: ##/"([^"]+)": (?:\[|#"(.*)"#|"([^"]*)")/##) {
      guard let heading = match.output.2 ?? match.output.3 else {
        document = String(match.output.1)
        continue
      }
      let section = String(match.output.1)
      expect(
        sections.heading(of: section, in: document), is: String(heading), "\(document) \(section)")
      count += 1
    }
    expect(count > 40)
  }

  @Test
  func `the steps of the guide have the guide's own titles, and a reference is written with them`()
  {
    let titles = [
      "Generate the Code Verifier and Code Challenge",
      "Request Authorization to Fitbit User Data", "Retrieving the Authorization Code",
      "Exchange the Authorization Code for the Access and Refresh Tokens",
      "Receive the Access and Refresh Tokens",
    ]
    for (index, title) in titles.enumerated() {
      let reference = Reference.fitbitGuide(step: index + 1)
      expect(reference.heading, is: title)
      expect(reference.text, is: "Fitbit authorization guide, step \(index + 1): \(title)")
    }
    // A section is written with its heading.
    expect(
      Reference.rfc7636("4.1").text, is: "RFC 7636 §4.1 Client Creates a Code Verifier")
  }
}
