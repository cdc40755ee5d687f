import HTTPMessages
import Vocabulary

extension ArchiveMessages {
  /// Adds the message that is in an address of the browser; `false` if there is none.
  mutating func add(address: String, _ time: MessageTime?, _ form: String) -> Bool {
    guard Self.isOrdinary(address), let message = MessageReader.url(address, form: form)
    else { return false }
    let parts = URLParts(address)
    let pairs = [parts.query, parts.fragment].flatMap { PastedRequest.pairs(of: $0 ?? "") }
    let values = Form(pairs.map(\.decoded))
    let state = values.value(of: "state") ?? ""
    func has(_ name: String) -> Bool { values.value(of: name) != nil }
    switch message.kind {
    case .authorizationRequest:
      let asks = ["response_type", "client_id", "redirect_uri", "request_uri", "code_challenge"]
      guard asks.filter(has).count > 1 else { return false }
      redirectURIs.insert(URLParts(values.value(of: "redirect_uri") ?? "").withoutQueryAndFragment)
      // The pages of a server hand the parameters on: only after a redirect they are another request.
      let key = ["client_id", "redirect_uri", "code_challenge"]
        .map { values.value(of: $0) ?? "" }.joined(separator: "\n")
      guard open[state, default: []].insert(key).inserted else { return true }
    case .authorizationResponse:
      guard ["code", "error", "access_token", "id_token"].contains(where: has),
        has("state") || has("iss") || redirectURIs.contains(parts.withoutQueryAndFragment)
      else { return false }
      open[state] = nil
      // The redirect, and the request that follows it, are one message.
      let code = values.value(of: "code").map { "\($0)\n\(state)" } ?? address
      guard met.insert(code).inserted else { return true }
    default: return false
    }
    messages.append(message.at(time))
    return true
  }

  /// The address of a redirect whose parameters a form posts (response_mode=form_post).
  static func posted(_ entry: ArchiveEntry) -> String? {
    let request = entry.request
    let names = Set(request.bodyValues.pairs.map(\.name))
    guard request.method == "POST", request.form == .form, URLParts(request.url).query == nil,
      names.contains("state"), names.contains("code") || names.contains("error")
    else { return nil }
    return request.url + "?" + request.body
  }

  /// A Location may be relative to the URL of the request (RFC 9110 §10.2.2).
  static func resolved(_ location: String, against url: String) -> String {
    let parts = URLParts(url)
    if location.hasPrefix("//") { return parts.scheme + ":" + location }
    return location.hasPrefix("/") ? "\(parts.scheme)://\(parts.authority)\(location)" : location
  }
}
