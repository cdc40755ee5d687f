public import HTTPMessages

/// A request that can be sent exactly as shown, with its destination.
public struct CheckedRequest: Hashable, Sendable {
  /// The request with all its header fields.
  public let complete: HTTPRequest
  /// The destination, from the request's URL.
  public let address: RequestURL

  /// Creates a checked request by adding the channel's header fields.
  ///
  /// - Parameter request: The request that a step built.
  /// - Throws: `BackChannelFault` if the URL is malformed or unprotected, or if a part would turn
  ///   this into a different request.
  public init(_ request: HTTPRequest) throws(BackChannelFault) {
    address = try RequestURL(request.url)
    for field in request.fields where !Self.isSound(field) {
      throw .malformedField(field.name)
    }
    let mayHaveBody = !ChannelFields.withoutContent.contains(request.method)
    guard request.method.utf8.isToken, mayHaveBody || request.body.isEmpty else {
      throw .other("\(request.method) with a body of \(request.body.count) bytes cannot be sent")
    }
    complete = ChannelFields.complete(request)
  }

  /// The header fields that a program sets itself; the connection sets the others.
  public var fieldsToSet: [HTTPField] {
    complete.fields.filter { !ChannelFields.ofConnection.contains($0.name.lowercased()) }
  }

  /// Whether a field stays a single field: a line break would start another (RFC 9110 §5.5).
  private static func isSound(_ field: HTTPField) -> Bool {
    let value = Array(field.value.utf8)
    return field.name.utf8.isToken
      && value.allSatisfy { 0x20...0x7E ~= $0 || $0 == UInt8(ascii: "\t") }
      && [value.first, value.last].allSatisfy { $0.map { 0x21...0x7E ~= $0 } ?? true }
  }
}
