import Vocabulary

extension StateDiagnosis {
  /// The rule that applies whatever the cause is.
  static let rule = "The client must still reject the redirect (RFC 6749 §10.12)."

  static let safe =
    "A state of A-Z a-z 0-9 - _ needs no encoding."

  func finding(_ cause: String, _ sentence: String, _ action: String, _ reference: Reference)
    -> Finding
  {
    Finding(
      .wrong, [cause], sentence, why: Self.rule, action: action, reference: reference, lesson: 3)
  }

  private static let times = ["", "once", "twice", "three times", "four times"]
  private static let again = ["", "again", "two more times", "three more times"]

  /// Returns the finding for a state encoded one to three times too often.
  func encodedAgain(_ count: Int, plusAsSpace: Bool = false) -> Finding {
    let often = Self.times[count + 1]
    let plus = plusAsSpace ? " and each space is a +" : ""
    let before = plusAsSpace ? "something reads + as a space, and " : ""
    return Finding(
      .wrong,
      ["encoded_\(often.replacing(" ", with: "_"))"] + (plusAsSpace ? ["plus_as_space"] : []),
      "The states are equal if the received one is decoded \(Self.again[count])\(plus): "
        + "\(before)your server or framework encodes it \(often).",
      why: Self.rule, action: "Encode the state once. \(Self.safe)",
      reference: .rfc6749("Appendix B"), lesson: 3)
  }

  func decodedTooOften(_ count: Int) -> Finding {
    let often = Self.times[count]
    return finding(
      "decoded_\(Self.times[count + 1].replacing(" ", with: "_"))",
      "The states are equal if the sent one is decoded \(often): something decodes it \(often) too often.",
      "Decode the redirect once. \(Self.safe)", .rfc6749("Appendix B"))
  }

  /// The finding for a space where `+` was sent; its notation in the redirect shows the cause.
  var plusAsSpace: Finding {
    let sentence =
      if written.map({ $0.contains("+") }) == true {
        "The states are equal if + is taken literally: the redirect does not percent-encode +, which "
          + "means a space in a query."
      } else if written.map({ $0.contains("%20") }) == true {
        "The states are equal if each space is a +: something decoded + to a space, then encoded the "
          + "space again."
      } else {
        "The states are equal if each space is a +: + was not percent-encoded as %2B, or something decoded "
          + "it to a space."
      }
    return finding(
      "plus_as_space", sentence, "Encode + as %2B. \(Self.safe)", .rfc6749("Appendix B"))
  }

  var missing: Finding {
    finding(
      "state_missing",
      "The server did not return the state, or the redirect does not answer this request.",
      "Ask the operator of the server: it must return the state unchanged.",
      .rfc6749("4.1.2"))
  }

  var empty: Finding {
    finding(
      "state_empty", "The server returned an empty state, which counts as missing.",
      "Ask the operator of the server: it must return the state unchanged.",
      .rfc6749("3.1"))
  }

  /// The note for equal states that were encoded in the redirect; empty for others.
  var equal: [Finding] {
    let needsEncoding = sent.utf8.contains {
      !($0.isStateCharacter)
    }
    guard needsEncoding else { return [] }
    return [
      Finding(
        .note, ["encoded"], "The states are equal after the redirect is decoded once.",
        why: "A client that rejects this state compares it before decoding.",
        action: Self.safe, reference: .rfc6749("Appendix B"), lesson: 3)
    ]
  }
}

extension UInt8 {
  /// Whether no encoding changes this character of a state.
  fileprivate var isStateCharacter: Bool {
    switch self {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
