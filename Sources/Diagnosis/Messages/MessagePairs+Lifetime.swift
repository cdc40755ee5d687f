import HTTPMessages
import Vocabulary

/// Codes and tokens that were used after their time, where messages say when they were sent.
extension MessagePairs {
  /// The findings; none about a message without a time.
  var lifetimes: [Explanation.Numbered] {
    of(.tokenRequest).compactMap(lateCode) + of(.resourceRequest).compactMap(lateToken)
      + of(.jsonWebToken).compactMap(expiredBefore) + of(.tokenResponse).compactMap(clock)
  }

  /// When a request was sent: its response, which follows it, is hardly later.
  private func time(of place: (number: Int, message: PastedMessage)) -> MessageTime? {
    if let time = place.message.time { return time }
    guard let next = messages.dropFirst(place.number).first?.message, next.answer != nil else {
      return nil
    }
    return next.time
  }

  private func lateCode(
    _ place: (number: Int, message: PastedMessage)
  ) -> Explanation.Numbered? {
    let earlier = messages.prefix(place.number - 1).map(\.message)
    guard let index = MessageRun(earlier).redirect(of: place.message),
      let issued = earlier[index].time, let used = time(of: place)
    else { return nil }
    let passed = Self.words(issued.seconds(until: used))
    // With an access token beside it, expires_in is about the token.
    if Self.value("access_token", of: earlier[index]) == nil,
      let lifetime = Self.lifetime(of: earlier[index]), issued.isMore(than: lifetime, until: used)
    {
      return numbered(
        [index + 1, place.number],
        Finding(
          .wrong, ["code_expired"],
          "The code was sent \(passed) after the redirect, and expires_in gives it \(Self.words(lifetime)).",
          action: "Exchange the code at once.", reference: .rfc6749("4.1.2"), lesson: 4))
    }
    guard issued.isMore(than: 600, until: used) else { return nil }
    let answer = messages.dropFirst(place.number).first?.message.answer
    let isAccepted = answer?.members["access_token"] != nil
    return numbered(
      [index + 1, place.number],
      Finding(
        .risky, ["code_late"], "The code was sent \(passed) after the redirect.",
        why: isAccepted
          ? "The server accepted it. A code should live for at most 10 minutes: a stolen one works as long."
          : "A code should live for at most 10 minutes, so this one may have expired.",
        action: "Exchange the code at once, and send the user again if it is too old.",
        reference: .rfc6749("4.1.2"), lesson: 4))
  }

  private func lateToken(
    _ place: (number: Int, message: PastedMessage)
  ) -> Explanation.Numbered? {
    let request = place.message.request
    guard let used = time(of: place),
      let token = request?.authorization?.credentials ?? request?.values.value(of: "access_token")
    else { return nil }
    let issue = messages.prefix(place.number - 1).last {
      Self.value("access_token", of: $0.message)?.isIdentical(to: token) == true
    }
    if let issue, let issued = issue.message.time, let lifetime = Self.lifetime(of: issue.message),
      issued.isMore(than: lifetime, until: used)
    {
      let passed = Self.words(issued.seconds(until: used))
      return numbered(
        [issue.number, place.number],
        late(
          "The access token was used \(passed) after it was issued, and expires_in gives it \(Self.words(lifetime)).",
          .rfc6749("5.1")))
    }
    guard let expiry = JSONWebToken.time("exp", in: token), expiry.isMore(than: 0, until: used)
    else { return nil }
    let passed = Self.words(expiry.seconds(until: used))
    return numbered(
      [place.number],
      late("The access token was used \(passed) after the time in its exp.", .rfc9068("2.2")))
  }

  private func late(_ sentence: String, _ reference: Reference) -> Finding {
    Finding(
      .wrong, ["token_expired"], sentence,
      action: "Refresh the token before its lifetime ends, and when an API answers 401.",
      reference: reference, lesson: 6)
  }

  /// A token on its own, and a response that is dated later than its end.
  private func expiredBefore(
    _ place: (number: Int, message: PastedMessage)
  ) -> Explanation.Numbered? {
    guard let text = place.message.values.value(of: "exp"), let seconds = Int64(text),
      let (other, answer) = messages.dropFirst(place.number).first(where: {
        $0.message.kind == .resourceResponse
      }), let time = answer.time, MessageTime(seconds: seconds).isMore(than: 0, until: time)
    else { return nil }
    return numbered(
      [place.number, other],
      Finding(
        .note, ["expired_before"], "When the response was sent, the token had expired.",
        action: "If the request had this token, refresh it.", reference: .rfc9068("2.2"), lesson: 6)
    )
  }

  /// A token that was issued after the response that brings it.
  private func clock(_ place: (number: Int, message: PastedMessage)) -> Explanation.Numbered? {
    guard let time = place.message.time,
      let issued = ["access_token", "id_token"].compactMap({
        Self.value($0, of: place.message).flatMap { JSONWebToken.time("iat", in: $0) }
      }).first(where: { time.isMore(than: 0, until: $0) })
    else { return nil }
    let passed = Self.words(time.seconds(until: issued))
    return numbered(
      [place.number],
      Finding(
        .note, ["clock_differs"], "The token was issued \(passed) after its response, by its iat.",
        why: "One of the two clocks is wrong, so a check of exp and iat can fail.",
        action: "Set the clock.", reference: .rfc9068("2.2"), lesson: 6))
  }

  private static func value(_ name: String, of message: PastedMessage) -> String? {
    if let value = message.values.value(of: name) { return value }
    guard message.kind == .authorizationResponse else { return nil }
    let pairs = PastedRequest.pairs(of: URLParts(message.url).fragment ?? "").map(\.decoded)
    return Form(pairs).value(of: name)
  }

  private static func lifetime(of message: PastedMessage) -> Int64? {
    value("expires_in", of: message).flatMap { Int64($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// A number of seconds as a person says it.
  private static func words(_ seconds: Int64) -> String {
    func count(_ number: Int64, _ unit: String) -> String {
      "\(number) \(unit)\(number == 1 ? "" : "s")"
    }
    if seconds < 120 { return count(seconds, "second") }
    if seconds < 7200 { return count(seconds / 60, "minute") }
    return seconds < 172_800 ? count(seconds / 3600, "hour") : count(seconds / 86400, "day")
  }
}
