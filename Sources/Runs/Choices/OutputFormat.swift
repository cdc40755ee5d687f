/// In which form a transcript is written.
package enum OutputFormat: String, CaseIterable {
  case text, curl, http, json, har, mermaid, html
}
