import Diagnosis
import TestSupport
import Testing

/// The JSON document of `explain`, and its description in `help json`.
struct ExplainDocumentTests {
  private static let document = ["messages", "findings", "unrecognized", "skipped", "hidden"]
  private static let finding = [
    "severity", "causes", "text", "why", "action", "reference", "lesson",
  ]
  private static let objects = [
    document, ["kind", "title", "form", "parts"], ["messages"] + finding,
    ["name", "value", "meaning", "reference", "origin", "secret"],
  ]

  @Test(arguments: [
    ExplainCase.request, "invalid_grant", ExplainCase.requestWithoutMethod + "\n\nhello you",
    ArchiveText.of(ArchiveText.session),
  ])
  func `the document has these members, in this order`(text: String) async throws {
    let order = MemberOrder(try await ExplainArchiveTests.run(text, "--format", "json").output)
    expect(order.objects.last, is: Self.document)
    for names in order.objects { expect(Self.objects.contains(names), "\(names)") }
  }

  @Test func `the help describes every member and every kind, in the order of the document`()
    async throws
  {
    let help = try await Bench().run("help", "json").output
    let start = try #require(help.firstRange(of: "The document of explain --format json"))
    let description = help[start.upperBound...]
    for names in [Self.document, ["kind", "title", "form", "parts"], Self.finding] {
      var rest = description
      for name in names {
        let range = try #require(rest.firstRange(of: "\"\(name)\":"), "\(name)")
        rest = rest[range.upperBound...]
      }
    }
    for kind in PastedMessage.Kind.allCases {
      expect(description.contains("\"\(kind.rawValue)\""), "\(kind)")
    }
  }
}
