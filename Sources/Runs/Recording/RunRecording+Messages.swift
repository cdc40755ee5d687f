package import HTTPMessages
package import Transcript
package import Vocabulary

extension RunRecording {
  /// Returns the messages without secrets, by their steps.
  package static func texts(
    of report: Report, _ mask: Mask, _ provenance: [String]
  ) -> [(StepNumber, HTTPMessageText)] {
    report.steps.compactMap { step in
      let number = step.heading.number
      if let request = step.sends {
        return (number, HTTPMessageText(mask(request), remarks: provenance))
      }
      switch step.received?.message {
      case .redirect(let redirect):
        let isSeen = redirect.status != nil
        let remark =
          "The browser delivered only the URL. The workbench added the status and the header field."
        let location = HTTPField("Location", mask(redirect).url)
        return (
          number,
          HTTPMessageText(
            HTTPResponse(status: redirect.status ?? 302, fields: [location]),
            remarks: provenance + (isSeen ? [] : [remark]))
        )
      case .response(let response):
        let (hidden, remarks) = kept(response, mask)
        return (number, HTTPMessageText(hidden, remarks: provenance + remarks))
      case nil: return nil
      }
    }
  }

  /// Returns a response with placeholders, and a sentence for each part that was left out.
  private static func kept(
    _ response: HTTPResponse, _ mask: Mask
  ) -> (response: HTTPResponse, remarks: [String]) {
    var remarks: [String] = []
    var masked = mask(response)
    if let reason = Mask.reasonToLeaveOut(response.body) {
      masked = HTTPResponse(status: masked.status, fields: masked.fields)
      remarks.append("The body is left out: \(reason).")
    }
    let isChanged = masked.body != response.body
    let fields = masked.fields.compactMap { field -> HTTPField? in
      let name = field.name.lowercased()
      if name == "content-length" { return HTTPField(field.name, String(masked.body.count)) }
      guard isChanged && fieldsOfBody.contains(name) || codings.contains(name) else { return field }
      remarks.append("The header field \(field.name) is left out: it does not apply to this body.")
      return nil
    }
    return (HTTPResponse(status: masked.status, fields: fields, body: masked.body), remarks)
  }

  /// The header fields computed from the bytes of a body (RFC 9110 §8.8.3, RFC 9530).
  private static let fieldsOfBody: Set = [
    "etag", "digest", "content-digest", "repr-digest", "content-md5", "want-digest",
  ]

  /// The header fields about the encoding of a body, which reading removed (RFC 9110 §8.4,
  /// RFC 9112 §6.1).
  private static let codings: Set = ["content-encoding", "transfer-encoding"]
}
