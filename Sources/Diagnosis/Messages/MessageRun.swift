import HTTPMessages

/// The messages that belong together, where several runs are in one text: a sign-in at one server often
/// contains another one at a second server.
struct MessageRun {
  private let messages: [PastedMessage]
  /// The places of the authorization requests.
  let requests: [Int]

  init(_ messages: [PastedMessage]) {
    self.messages = messages
    requests = messages.indices.filter { messages[$0].kind == .authorizationRequest }
  }

  /// The place of the authorization request that a redirect answers: by its state, else by its address.
  func request(of redirect: PastedMessage) -> Int? {
    let base = URLParts(redirect.url).withoutQueryAndFragment
    return requests.last { same("state", messages[$0], redirect) }
      ?? requests.last {
        let uri = messages[$0].values.value(of: "redirect_uri") ?? ""
        return URLParts(uri).withoutQueryAndFragment.isIdentical(to: base)
      } ?? requests.last
  }

  /// The place of the redirect whose code a token request has; `nil` if there is none.
  func redirect(of exchange: PastedMessage) -> Int? {
    messages.lastIndex {
      $0.kind == .authorizationResponse && same("code", $0, exchange)
    }
  }

  /// The place of the authorization request that a token request belongs to.
  func request(ofExchange exchange: PastedMessage) -> Int? {
    redirect(of: exchange).flatMap {
      MessageRun(Array(messages[..<$0])).request(of: messages[$0])
    } ?? requests.last { same("client_id", messages[$0], exchange) } ?? requests.last
  }

  private func same(_ name: String, _ one: PastedMessage, _ other: PastedMessage) -> Bool {
    guard let value = one.values.value(of: name), let second = other.values.value(of: name) else {
      return false
    }
    return !value.isEmpty && value.isIdentical(to: second)
  }
}
