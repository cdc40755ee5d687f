import HTTPMessages
public import Vocabulary

/// The comparison of the received state with the sent one, and the cause of a difference.
///
/// Whatever the cause, the client discards the redirect (RFC 6749 §10.12).
public struct StateDiagnosis: Hashable, Sendable {
  /// The state as sent, not encoded.
  public let sent: String
  /// The state as received and decoded once, or `nil` if the redirect has none.
  public let received: String?
  /// The state as written in the redirect, still encoded, or `nil` if that is unknown.
  public let written: String?

  /// Creates a comparison of two states.
  public init(sent: String, received: String?, written: String? = nil) {
    self.sent = sent
    self.received = received
    self.written = written
  }

  /// The findings; empty if the states differ and no known cause gives the received one.
  public var findings: [Finding] {
    guard let received else { return [missing] }
    if received.isEmpty, !sent.isEmpty { return [empty] }
    if Self.isSame(received, sent) { return equal }
    return causes(of: received)
  }

  /// Returns the damage that turns the sent state into the received one, the smallest first.
  private func causes(of received: String) -> [Finding] {
    func withPlus(_ text: String) -> Bool { Self.isSame(text.replacing(" ", with: "+"), sent) }
    let decoded = Self.decodings(of: received)
    if let found = decoded.first(where: { Self.isSame($0.text, sent) }) {
      return [encodedAgain(found.count)]
    }
    if withPlus(received) { return [plusAsSpace] }
    if let found = decoded.first(where: { withPlus($0.text) }) {
      return [encodedAgain(found.count, plusAsSpace: true)]
    }
    if let found = Self.decodings(of: sent).first(where: { Self.isSame($0.text, received) }) {
      return [decodedTooOften(found.count)]
    }
    return [lessDamage(received), added(received)].compactMap(\.self)
  }

  /// Returns the results of up to three decodings with their number, the fewest first.
  private static func decodings(of text: String) -> [(count: Int, text: String)] {
    var last = [text]
    return (1...3).flatMap { count in
      // A browser's decoder does not read + as a space.
      last = last.flatMap { [$0, $0.replacing("+", with: "%2B")] }
        .compactMap { try? Form.decode($0) }
      return last.map { (count, $0) }
    }
  }

  /// Whether two texts have the same bytes: Swift also calls texts equal that only look alike.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  /// Returns the finding for a lost end or a lost letter case.
  private func lessDamage(_ received: String) -> Finding? {
    let end = sent.utf8.dropFirst(received.utf8.count)
    if !end.isEmpty, sent.utf8.starts(with: received.utf8) {
      if end.allSatisfy({ $0 == UInt8(ascii: "=") }) {
        return finding(
          "padding_lost", "The states are equal apart from the = at the end of the sent one.",
          "Find out what removes the Base64 padding. \(Self.safe)", .rfc6749("Appendix B")
        )
      }
      // A few characters could match by chance.
      guard received.utf8.count >= 4, end.count <= received.utf8.count else { return nil }
      let count = end.count == 1 ? "the last character is" : "the last \(end.count) characters are"
      return finding(
        "cut", "The received state is the start of the sent one: \(count) missing.",
        "Copy the whole redirect, and check the length of the field that stores the state.",
        .rfc6749("4.1.2"))
    }
    let isCaseLost =
      Self.isSame(received, received.lowercased()) || Self.isSame(received, received.uppercased())
    guard isCaseLost, Self.isSame(received.lowercased(), sent.lowercased()) else { return nil }
    return finding(
      "case_lost", "The states differ in letter case only.",
      "Find out what changes the letter case. A state is case-sensitive.",
      .rfc6749("4.1.2"))
  }

  /// Returns the finding for characters added in or around the state.
  private func added(_ received: String) -> Finding? {
    let undone = UndoneText.all(of: Array(received.utf8.prefix(PairSearch.limit))).first {
      $0.bytes.elementsEqual(sent.utf8)
        && $0.mistakes.isSubset(of: [
          .quoted, .lineBreakAround, .spaceAround, .wrapped, .spaceInside, .oneMoreAtEnd,
        ])
    }
    guard let undone else { return nil }
    let names: [PairMistake: String] = [
      .quoted: "quotation marks", .lineBreakAround: "a line break", .wrapped: "line breaks",
      .spaceAround: "a space", .spaceInside: "spaces", .oneMoreAtEnd: "one character at the end",
    ]
    let mistakes = PairMistake.allCases.filter(undone.mistakes.contains)
    let list = IllegalCharacters.joined(mistakes.compactMap { names[$0] })
    return Finding(
      .wrong, mistakes.map(\.rawValue), "The received state is the sent one with \(list) added.",
      why: Self.rule,
      action: "Find out what adds that. The server must return the state unchanged.",
      reference: .rfc6749("4.1.2"), lesson: 3)
  }
}
