public import HTTPMessages

/// A request that can go over the wire exactly as it stands, and where it goes.
public struct CheckedRequest: Hashable, Sendable {
  /// The request with all its header fields.
  public let complete: HTTPRequest
  /// Where it goes.
  public let address: RequestURL

  /// Completes a request and checks it.
  ///
  /// - Parameter request: The request that a step built.
  /// - Throws: `BackChannelFault` if it has no address, would go unprotected, or holds what would make
  ///   another request of it.
  public init(_ request: HTTPRequest) throws(BackChannelFault) {
    address = try RequestURL(request.url)
    for field in request.fields where !Self.isSound(field) {
      throw .malformedField(field.name)
    }
    let mayHaveBody = !ChannelFields.withoutContent.contains(request.method)
    guard request.method.utf8.isToken, mayHaveBody || request.body.isEmpty else {
      throw .other("\(request.method) with \(request.body.count) bytes is no request")
    }
    complete = ChannelFields.complete(request)
  }

  /// The header fields that a program sets at its request; the others are the connection's.
  public var fieldsToSet: [HTTPField] {
    complete.fields.filter { !ChannelFields.ofConnection.contains($0.name.lowercased()) }
  }

  /// Whether a field stays one field: a line break in its value would begin another (RFC 9110 §5.5).
  private static func isSound(_ field: HTTPField) -> Bool {
    let value = Array(field.value.utf8)
    return field.name.utf8.isToken
      && value.allSatisfy { 0x20...0x7E ~= $0 || $0 == UInt8(ascii: "\t") }
      && [value.first, value.last].allSatisfy { $0.map { 0x21...0x7E ~= $0 } ?? true }
  }
}
