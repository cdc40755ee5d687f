import HTTPMessages
import Vocabulary

/// The comparison of messages with each other.
struct MessagePairs {
  let messages: [(number: Int, message: PastedMessage)]

  init(_ messages: [PastedMessage]) { self.messages = Array(zip(1..., messages)) }

  var findings: [Explanation.Numbered] {
    repeated + of(.tokenRequest).flatMap(exchange) + codeAsToken + lifetimes
  }

  func of(_ kind: PastedMessage.Kind) -> [(number: Int, message: PastedMessage)] {
    messages.filter { $0.message.kind == kind }
  }

  func numbered(_ numbers: [Int], _ finding: Finding?) -> Explanation.Numbered? {
    finding.map { Explanation.Numbered(messages: numbers, finding: $0) }
  }

  /// The findings about a value that two messages share although it must be new each time.
  private var repeated: [Explanation.Numbered] {
    let once: [(PastedMessage.Kind, String, Finding)] = [
      (
        .authorizationRequest, "state",
        Finding(
          .wrong, ["state_reused"], "Both requests have the same state.",
          why: "An attacker may know a state that was used before.",
          action: "Generate a random state for each request.", reference: .rfc6749("10.12"),
          lesson: 3)
      ),
      (
        .authorizationRequest, "code_challenge",
        Finding(
          .wrong, ["challenge_reused"], "Both requests have the same code challenge.",
          action: "Generate a new verifier for each request.", reference: .rfc7636("7.1"), lesson: 1
        )
      ),
      (
        .tokenRequest, "code",
        Finding(
          .wrong, ["code_reused"], "Both requests have the same code, but a code works only once.",
          why: "The server must reject the second request and should revoke the tokens it issued "
            + "for the code.",
          action: "Send the user again for a new code.", reference: .rfc6749("4.1.2"), lesson: 4)
      ),
    ]
    return once.flatMap { kind, name, finding in
      var seen: [String: Int] = [:]
      return of(kind).compactMap { number, message -> Explanation.Numbered? in
        guard let value = message.values.value(of: name), !value.isEmpty else { return nil }
        guard let first = seen[value] else {
          seen[value] = number
          return nil
        }
        return numbered([first, number], finding)
      }
    }
  }

  /// Returns the differences between a token request and the messages before it.
  private func exchange(_ number: Int, _ message: PastedMessage) -> [Explanation.Numbered] {
    guard message.values.value(of: "grant_type") == "authorization_code" else { return [] }
    var found: [Explanation.Numbered?] = []
    let earlier = messages.prefix(number - 1).map(\.message)
    let run = MessageRun(earlier)
    if let place = run.redirect(of: message)
      ?? earlier.lastIndex(where: { $0.kind == .authorizationResponse })
    {
      found.append(numbered([place + 1, number], code(earlier[place], message)))
    }
    guard let place = run.request(ofExchange: message) else { return found.compactMap(\.self) }
    let request = earlier[place]
    let numbers = [place + 1, number]
    if let sent = request.values.value(of: "redirect_uri") {
      found.append(numbered(numbers, redirectURI(sent, message)))
    }
    if let sent = request.values.value(of: "client_id"), let id = clientID(of: message),
      !sent.isIdentical(to: id)
    {
      found.append(
        numbered(
          numbers,
          Finding(
            .wrong, ["client_id"], "The client ID differs between the two requests.",
            why: "A code is issued to one client.", action: "Send the same client ID in both.",
            reference: .rfc6749("4.1.3"), lesson: 4)))
    }
    return found.compactMap(\.self) + pkce(request, message).compactMap { numbered(numbers, $0) }
  }

  private func clientID(of message: PastedMessage) -> String? {
    message.values.value(of: "client_id")
      ?? message.request?.basic.map { (try? Form.decode($0.name)) ?? $0.name }
  }

  private func redirectURI(_ sent: String, _ message: PastedMessage) -> Finding? {
    guard let used = message.values.value(of: "redirect_uri") else {
      return Finding(
        .wrong, ["redirect_uri_missing"],
        "The authorization request had a redirect_uri, but the token request has none.",
        action: "Send the same redirect_uri again.", reference: .rfc6749("4.1.3"), lesson: 4)
    }
    return RedirectDifference(expected: sent, received: used)
      .finding("the authorization request and the token request", .rfc6749("4.1.3"), lesson: 4)
  }

  private func code(_ redirect: PastedMessage, _ message: PastedMessage) -> Finding? {
    guard let issued = redirect.values.value(of: "code"),
      let used = message.values.value(of: "code"),
      !used.isEmpty, !issued.isIdentical(to: used), !ValueFaults.isPlaceholder(used)
    else { return nil }
    let isEncoded = (try? Form.decode(used))?.isIdentical(to: issued) == true
    return Finding(
      .wrong, isEncoded ? ["code_differs", "percent_encoded"] : ["code_differs"],
      isEncoded
        ? "The code in the token request is the one from the redirect, percent-encoded again."
        : "The code in the token request is not the one from the redirect.",
      action: "Send the code from the redirect, decoded once.", reference: .rfc6749("4.1.3"),
      lesson: 4)
  }

  /// The findings about a code that is used as an access token.
  private var codeAsToken: [Explanation.Numbered] {
    let codes = messages.compactMap { number, message in
      message.values.value(of: "code").map { (number, $0) }
    }
    return of(.resourceRequest).compactMap { number, message in
      guard let token = message.request?.authorization?.credentials,
        let (other, _) = codes.first(where: { $0.1.isIdentical(to: token) && !token.isEmpty })
      else { return nil }
      return numbered(
        [other, number],
        Finding(
          .wrong, ["code_as_token"], "The request uses the authorization code as an access token.",
          action: "Exchange the code for a token first (step 4).", reference: .rfc6749("4.1.3"),
          lesson: 6))
    }
  }
}
