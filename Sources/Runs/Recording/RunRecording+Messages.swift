package import HTTPMessages
package import Transcript
package import Vocabulary

extension RunRecording {
  /// The messages without secrets, by their steps.
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
        let remark = "The browser brought the address alone; status and field are the workbench's."
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

  /// A response with placeholders, without what is not true of it anymore, and a sentence for each
  /// thing that was left out.
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
      remarks.append("Left out, since it is not true of this body: the header field \(field.name).")
      return nil
    }
    return (HTTPResponse(status: masked.status, fields: fields, body: masked.body), remarks)
  }

  /// Fields that are computed from the bytes of a body: RFC 9110 §8.8.3, RFC 9530.
  private static let fieldsOfBody: Set = [
    "etag", "digest", "content-digest", "repr-digest", "content-md5", "want-digest",
  ]

  /// Fields that say how a body was sent, which was undone when it was read: RFC 9110 §8.4, RFC 9112 §6.1.
  private static let codings: Set = ["content-encoding", "transfer-encoding"]
}
