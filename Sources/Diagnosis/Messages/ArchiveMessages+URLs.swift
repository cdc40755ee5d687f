import HTTPMessages
import Vocabulary

extension ArchiveMessages {
  /// Adds the message in a URL of the browser and returns whether there was one.
  mutating func add(url: String, _ time: MessageTime?, _ form: String) -> Bool {
    guard Self.isOrdinary(url), let message = MessageReader.url(url, form: form)
    else { return false }
    let parts = URLParts(url)
    let pairs = [parts.query, parts.fragment].flatMap { PastedRequest.pairs(of: $0 ?? "") }
    let values = Form(pairs.map(\.decoded))
    let state = values.value(of: "state") ?? ""
    func has(_ name: String) -> Bool { values.value(of: name) != nil }
    switch message.kind {
    case .authorizationRequest:
      let names = ["response_type", "client_id", "redirect_uri", "request_uri", "code_challenge"]
      guard names.filter(has).count > 1 else { return false }
      redirectURIs.insert(URLParts(values.value(of: "redirect_uri") ?? "").withoutQueryAndFragment)
      // Pages of a server pass the parameters on. Only after a redirect is it another request.
      let key = ["client_id", "redirect_uri", "code_challenge"]
        .map { values.value(of: $0) ?? "" }.joined(separator: "\n")
      guard open[state, default: []].insert(key).inserted else { return true }
    case .authorizationResponse:
      guard ["code", "error", "access_token", "id_token"].contains(where: has),
        has("state") || has("iss") || redirectURIs.contains(parts.withoutQueryAndFragment)
      else { return false }
      open[state] = nil
      // The redirect and the request that follows it are one message.
      let code = values.value(of: "code").map { "\($0)\n\(state)" } ?? url
      guard seen.insert(code).inserted else { return true }
    default: return false
    }
    messages.append(message.at(time))
    return true
  }

  /// Returns the redirect whose parameters a form posts (response_mode=form_post), as a URL.
  static func posted(_ entry: ArchiveEntry) -> String? {
    let request = entry.request
    let names = Set(request.bodyValues.pairs.map(\.name))
    guard request.method == "POST", request.form == .form, URLParts(request.url).query == nil,
      names.contains("state"), names.contains("code") || names.contains("error")
    else { return nil }
    return request.url + "?" + request.body
  }

  /// Returns a Location that may be relative as an absolute URL (RFC 9110 §10.2.2).
  static func resolved(_ location: String, against url: String) -> String {
    let parts = URLParts(url)
    if location.hasPrefix("//") { return parts.scheme + ":" + location }
    return location.hasPrefix("/") ? "\(parts.scheme)://\(parts.authority)\(location)" : location
  }
}
