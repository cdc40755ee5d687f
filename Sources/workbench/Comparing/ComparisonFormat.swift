/// In which form a comparison is written.
enum ComparisonFormat: String, CaseIterable {
  case text, markdown, json, html
}
