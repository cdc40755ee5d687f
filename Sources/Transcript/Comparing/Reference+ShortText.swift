import Vocabulary

extension Reference {
  /// The reference without the heading of its section, for a cell of a table.
  var shortText: String { section.map { "\(document) §\($0)" } ?? document }
}
