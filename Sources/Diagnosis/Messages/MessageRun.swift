import HTTPMessages

/// The search for messages of one transaction.
///
/// One text may contain several: a sign-in at one server often includes one at a second server.
struct MessageRun {
  private let messages: [PastedMessage]
  /// The indexes of the authorization requests.
  let requests: [Int]

  init(_ messages: [PastedMessage]) {
    self.messages = messages
    requests = messages.indices.filter { messages[$0].kind == .authorizationRequest }
  }

  /// Returns the index of the request that a redirect answers, by its state or its URL.
  func request(of redirect: PastedMessage) -> Int? {
    let base = URLParts(redirect.url).withoutQueryAndFragment
    return requests.last { same("state", messages[$0], redirect) }
      ?? requests.last {
        let uri = messages[$0].values.value(of: "redirect_uri") ?? ""
        return URLParts(uri).withoutQueryAndFragment.isIdentical(to: base)
      } ?? requests.last
  }

  /// Returns the index of the redirect with the code of a token request, or `nil`.
  func redirect(of exchange: PastedMessage) -> Int? {
    messages.lastIndex {
      $0.kind == .authorizationResponse && same("code", $0, exchange)
    }
  }

  /// Returns the index of the authorization request that a token request belongs to, or `nil`.
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
