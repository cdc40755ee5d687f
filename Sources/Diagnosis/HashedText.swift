import Step1CodeVerifier
import Vocabulary

/// Bytes that a client may have encoded, and the mistakes that lead to them.
struct HashedText {
  /// The mistakes, in the order in which they were made.
  let mistakes: [PairMistake]
  /// The digest, or the text itself if it was not hashed.
  let bytes: [UInt8]

  /// Whether this is the verifier itself.
  var isVerbatim: Bool { mistakes.contains(.notHashed) }

  /// Returns each digest that a client may have computed from a verifier, right or wrong.
  ///
  /// - Parameters:
  ///   - verifier: The verifier's bytes.
  ///   - includesVerbatim: Whether the verifier itself, not hashed, is one of them.
  /// - Returns: The digests of every input with every hash function, and of some digests again.
  static func all(of verifier: [UInt8], includesVerbatim: Bool) -> [HashedText] {
    var texts = includesVerbatim ? [HashedText(mistakes: [.notHashed], bytes: verifier)] : []
    for (mistakes, input) in inputs(of: verifier) {
      for function in HashFunction.allCases {
        let digest = function.digest(of: input)
        let named = mistakes + mistake(of: function)
        texts.append(HashedText(mistakes: named, bytes: digest))
        // Hashing twice with another function and another input is too unlikely to search for.
        guard named.isEmpty || mistakes.isEmpty || function == .sha256 else { continue }
        texts += again(function, digest).map {
          HashedText(mistakes: named + [$0.mistake], bytes: $0.digest)
        }
      }
    }
    return texts
  }

  /// Returns the texts that a client may have hashed instead of the verifier.
  private static func inputs(of verifier: [UInt8]) -> [(mistakes: [PairMistake], bytes: [UInt8])] {
    let space = UInt8(ascii: " ")
    var inputs: [(mistakes: [PairMistake], bytes: [UInt8])] = [
      ([], verifier), ([.lineFeedHashed], verifier + [0x0A]),
      ([.lineBreakHashed], verifier + [0x0D, 0x0A]),
      ([.spaceHashed], verifier + [space]), ([.spaceHashed], [space] + verifier),
    ]
    for quote in [UInt8(ascii: "\""), UInt8(ascii: "'")] {
      inputs.append(([.quotesHashed], [quote] + verifier + [quote]))
    }
    let text = String(decoding: verifier, as: UTF8.self)
    if let octets = Base64.urlSafe.decode(text), !octets.isEmpty {
      inputs.append(([.verifierDecoded], octets))
    }
    if let octets = Hexadecimal.decode(verifier) {
      inputs.append(([.verifierHexadecimalDecoded], octets))
    }
    return inputs
  }

  private static func again(
    _ function: HashFunction, _ digest: [UInt8]
  ) -> [(mistake: PairMistake, digest: [UInt8])] {
    let inputs: [(PairMistake, [UInt8])] = [
      (.digestHashed, digest), (.challengeHashed, Array(Base64.urlSafe.encode(digest).utf8)),
      (.hexadecimalHashed, Hexadecimal.encode(digest)),
    ]
    return inputs.map { ($0.0, function.digest(of: $0.1)) }
  }

  private static func mistake(of function: HashFunction) -> [PairMistake] {
    switch function {
    case .sha256: []
    case .sha1: [.sha1]
    case .sha384: [.sha384]
    case .sha512: [.sha512]
    case .md5: [.md5]
    }
  }
}

/// Hexadecimal text as bytes: faster than strings for the hundreds of texts of one comparison.
enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Returns the bytes in lower-case hexadecimal.
  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return text
  }

  /// Returns the bytes that the text encodes, or `nil` if it is not hexadecimal.
  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard !text.isEmpty, text.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in text {
      guard let value = value(of: digit) else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
