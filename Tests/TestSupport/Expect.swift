import Foundation
import Testing

/// Compares a value with the expected one, and records an issue with both if they differ.
///
/// `#expect` shows more of a failed expression, but takes eight times as long to compile. The tests
/// use it only if no function can replace it: `#expect(throws:)`, exit tests, custom locations.
package func expect<Value: Equatable>(
  _ value: Value, is expected: Value, _ comment: String? = nil, file: StaticString = #filePath,
  line: Int = #line
) {
  guard value != expected else { return }
  record("received \(shown(value)), expected \(shown(expected))", comment, file, line)
}

/// Records an issue with the source line if a condition is false.
package func expect(
  _ condition: Bool, _ comment: String? = nil, file: StaticString = #filePath, line: Int = #line
) {
  guard !condition else { return }
  record("this is false", comment, file, line)
}

private func record(_ fault: String, _ comment: String?, _ file: StaticString, _ line: Int) {
  let path = "\(file)"
  let name = path.split(separator: "/").suffix(2).joined(separator: "/")
  let place = SourceLocation(fileID: name, filePath: path, line: line, column: 1)
  let remark = comment.map { " (\($0))" } ?? ""
  Issue.record("\(source(of: path, line)): \(fault)\(remark)", sourceLocation: place)
}

/// Returns the text of a value, shortened to 2,000 characters.
private func shown(_ value: some Any) -> String {
  let text = String(reflecting: value)
  return text.count > 2_000 ? text.prefix(2_000) + "… (\(text.count) characters)" : text
}

/// Returns a source line, joined with the next one if the call continues there.
private func source(of path: String, _ line: Int) -> String {
  guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return "expect" }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    .dropFirst(line - 1).prefix(2).map { $0.trimmingCharacters(in: .whitespaces) }
  return lines.first?.hasSuffix("(") == true ? lines.joined() : lines.first ?? ""
}
