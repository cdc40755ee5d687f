/// In which form the glossary is written.
enum GlossaryFormat: String, CaseIterable {
  case text, markdown
}
