import HTTPMessages

/// An answer as a client sees it.
struct RawAnswer {
  let status: Int
  let fields: [HTTPField]
  let body: String
  /// The bytes that it took.
  let size: Int

  /// Reads an answer, be it an interim one; `nil` if it is not all there.
  init?(prefixOf bytes: [UInt8], hasBody: Bool) {
    guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: "\r\n\r\n".utf8) }),
      let head = try? HTTPMessageText(Array(bytes[..<(end + 4)])),
      let status = Int(head.startLine.dropFirst(9).prefix(3))
    else { return nil }
    let length = hasBody ? head.fields.value(of: "Content-Length").flatMap { Int($0) } ?? 0 : 0
    guard bytes.count >= end + 4 + length else { return nil }
    self.status = status
    fields = head.fields
    body = String(decoding: bytes[(end + 4)..<(end + 4 + length)], as: UTF8.self)
    size = end + 4 + length
  }
}
