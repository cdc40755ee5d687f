/// Returns the paths of all members of a JSON value, such as `errors[].message`, read without the workbench.
package func memberPaths(in value: Any, at path: String = "") -> [String] {
  if let members = value as? [String: Any] {
    return members.flatMap { memberPaths(in: $1, at: path.isEmpty ? $0 : path + "." + $0) }
  }
  guard let values = value as? [Any] else { return [path] }
  return values.isEmpty ? [path] : values.flatMap { memberPaths(in: $0, at: path + "[]") }
}
