import HTTPMessages

/// A header field in a line of JSON.
struct NetworkField: Hashable, Sendable, Codable {
  private let name: String
  private let value: String

  init(_ field: HTTPField) {
    name = field.name
    value = field.value
  }

  var field: HTTPField { HTTPField(name, value) }
}
