import HTTPMessages
import Vocabulary

extension MessagePairs {
  /// The findings about expired codes and tokens, for messages with a time.
  var lifetimes: [Explanation.Numbered] {
    of(.tokenRequest).compactMap(lateCode) + of(.resourceRequest).compactMap(lateToken)
      + of(.jsonWebToken).compactMap(expiredBefore) + of(.tokenResponse).compactMap(clock)
  }

  /// Returns the time of a request, or that of its response, which follows it closely.
  private func time(of place: (number: Int, message: PastedMessage)) -> MessageTime? {
    if let time = place.message.time { return time }
    guard let next = messages.dropFirst(place.number).first?.message, next.response != nil else {
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
    // If there is also an access token, expires_in is its lifetime.
    if Self.value("access_token", of: earlier[index]) == nil,
      let lifetime = Self.lifetime(of: earlier[index]), issued.isMore(than: lifetime, until: used)
    {
      return numbered(
        [index + 1, place.number],
        Finding(
          .wrong, ["code_expired"],
          "The code was sent \(passed) after the redirect, but was valid for \(Self.words(lifetime)) (expires_in).",
          action: "Exchange the code at once.", reference: .rfc6749("4.1.2"), lesson: 4))
    }
    guard issued.isMore(than: 600, until: used) else { return nil }
    let response = messages.dropFirst(place.number).first?.message.response
    let isAccepted = response?.members["access_token"] != nil
    return numbered(
      [index + 1, place.number],
      Finding(
        .risky, ["code_late"], "The code was sent \(passed) after the redirect.",
        why: isAccepted
          ? "The server accepted it. A code should expire within 10 minutes: until then, a stolen one works."
          : "A code should expire within 10 minutes, so this one may have expired.",
        action: "Exchange the code at once. If it has expired, send the user again.",
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
          "The access token was used \(passed) after it was issued, but was valid for \(Self.words(lifetime)) (expires_in).",
          .rfc6749("5.1")))
    }
    guard let expiry = JSONWebToken.time("exp", in: token), expiry.isMore(than: 0, until: used)
    else { return nil }
    let passed = Self.words(expiry.seconds(until: used))
    return numbered(
      [place.number],
      late("The access token was used \(passed) after the time in its exp claim.", .rfc9068("2.2")))
  }

  private func late(_ sentence: String, _ reference: Reference) -> Finding {
    Finding(
      .wrong, ["token_expired"], sentence,
      action: "Refresh the token before it expires, and when an API returns 401.",
      reference: reference, lesson: 6)
  }

  /// Returns the note on a token that had expired before the response that follows it.
  private func expiredBefore(
    _ place: (number: Int, message: PastedMessage)
  ) -> Explanation.Numbered? {
    guard let text = place.message.values.value(of: "exp"), let seconds = Int64(text),
      let (other, response) = messages.dropFirst(place.number).first(where: {
        $0.message.kind == .resourceResponse
      }), let time = response.time, MessageTime(seconds: seconds).isMore(than: 0, until: time)
    else { return nil }
    return numbered(
      [place.number, other],
      Finding(
        .note, ["expired_before"], "The token had already expired when the response was sent.",
        action: "If the request used this token, refresh it.", reference: .rfc9068("2.2"), lesson: 6
      )
    )
  }

  /// Returns the note on a token with an issue time after the response that contains it.
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
        .note, ["clock_differs"],
        "By its iat claim, the token was issued \(passed) after the response.",
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

  /// Returns a number of seconds in words, such as `3 minutes`.
  private static func words(_ seconds: Int64) -> String {
    func count(_ number: Int64, _ unit: String) -> String {
      "\(number) \(unit)\(number == 1 ? "" : "s")"
    }
    if seconds < 120 { return count(seconds, "second") }
    if seconds < 7200 { return count(seconds / 60, "minute") }
    return seconds < 172_800 ? count(seconds / 3600, "hour") : count(seconds / 86400, "day")
  }
}
