public import HTTPMessages

extension Concealment {
  /// A request without secrets; its `Authorization` is that of the placeholder.
  public func callAsFunction(_ request: HTTPRequest) -> HTTPRequest {
    HTTPRequest(
      method: request.method, url: self(request.url), fields: request.fields.map(field),
      body: self(request.body))
  }

  /// A redirect without secrets.
  public func callAsFunction(_ redirect: Redirect) -> Redirect {
    Redirect(url: self(redirect.url), status: redirect.status)
  }

  /// A response without secrets, and without what is not true of it any more.
  ///
  /// - Parameter response: The response.
  /// - Returns: The response, and a sentence for each thing that was left out.
  public func callAsFunction(
    _ response: HTTPResponse
  ) -> (response: HTTPResponse, remarks: [String]) {
    var remarks: [String] = []
    let body: [UInt8]
    if let reason = Self.reasonToLeaveOut(response.body) {
      body = []
      remarks.append("The body is left out: \(reason).")
    } else {
      body = self(response.body)
    }
    let isChanged = body != response.body
    let fields = response.fields.compactMap { field -> HTTPField? in
      let name = field.name.lowercased()
      if name == "content-length" { return HTTPField(field.name, String(body.count)) }
      let isUntrue = isChanged && Self.fieldsOfBody.contains(name) || Self.codings.contains(name)
      guard isUntrue else { return self.field(field) }
      remarks.append("Left out, since it is not true of this body: the header field \(field.name).")
      return nil
    }
    return (HTTPResponse(status: response.status, fields: fields, body: body), remarks)
  }

  /// What is computed from the bytes of a body: RFC 9110 §8.8.3 and its successors and predecessors.
  private static let fieldsOfBody: Set = [
    "etag", "digest", "content-digest", "repr-digest", "content-md5", "want-digest",
  ]

  /// How a body went over the wire, which was undone when it was read: RFC 9110 §8.4, RFC 9112 §6.1.
  private static let codings: Set = ["content-encoding", "transfer-encoding"]

  /// The largest body that is kept, in bytes; an answer of OAuth has a few thousand.
  static let bodyLimit = 1 << 16

  /// Why a body cannot be searched, or not in a reasonable time; `nil` if it can.
  private static func reasonToLeaveOut(_ body: [UInt8]) -> String? {
    guard body.count <= bodyLimit else { return "it has more than \(bodyLimit) bytes" }
    // One that is compressed, say.
    let isText =
      String(decoding: body, as: UTF8.self).utf8.elementsEqual(body)
      && body.allSatisfy { $0 >= 0x20 || "\t\r\n\u{C}".utf8.contains($0) }
    return isText ? nil : "it is no plain text, so that no secret could be found in it"
  }

  private func field(_ field: HTTPField) -> HTTPField {
    let bytes = Array(field.value.utf8)
    let hidden = bytes.replacing(
      FieldSecrets.values(in: field).compactMap { value in
        // The search writes a Basic header anew, around the client's identifier.
        guard value.name != "client_secret" else { return nil }
        return placeholder(for: value.value).map { (value.place, $0) }
      })
    return HTTPField(self(field.name), String(decoding: self(hidden), as: UTF8.self))
  }
}
