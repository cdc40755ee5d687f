/// Returns the paths of all members of a JSON value, such as `errors[].message`.
///
/// It does not use the workbench's own function, so that the tests are independent.
package func memberPaths(in value: Any, at path: String = "") -> [String] {
  if let members = value as? [String: Any] {
    return members.flatMap { memberPaths(in: $1, at: path.isEmpty ? $0 : path + "." + $0) }
  }
  guard let values = value as? [Any] else { return [path] }
  return values.isEmpty ? [path] : values.flatMap { memberPaths(in: $0, at: path + "[]") }
}
