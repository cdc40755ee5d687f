import Step1CodeVerifier

/// A hash function that a client may have used instead of SHA-256.
enum HashFunction: String, CaseIterable {
  /// The hash function of S256.
  case sha256 = "SHA-256"
  /// SHA-1 (FIPS 180-4 §6.1).
  case sha1 = "SHA-1"
  /// SHA-384 (FIPS 180-4 §6.5).
  case sha384 = "SHA-384"
  /// SHA-512 (FIPS 180-4 §6.4).
  case sha512 = "SHA-512"
  /// MD5 (RFC 1321).
  case md5 = "MD5"

  /// The length of a digest, in bytes.
  var length: Int {
    switch self {
    case .md5: 16
    case .sha1: 20
    case .sha256: 32
    case .sha384: 48
    case .sha512: 64
    }
  }

  /// Returns the digest of a message.
  func digest(of message: [UInt8]) -> [UInt8] {
    switch self {
    case .sha256: SHA256.digest(of: message)
    case .sha1: SHA1.digest(of: message)
    case .sha384: SHA512.digest(of: message, from: SHA512.initialState384, length: length)
    case .sha512: SHA512.digest(of: message, from: SHA512.initialState, length: length)
    case .md5: MD5.digest(of: message)
    }
  }
}

/// The padding that all these hash functions use: a 1 bit, zeros, and the length in bits.
enum HashPadding {
  /// Pads a message (FIPS 180-4 §5.1; RFC 1321, steps 1 and 2).
  ///
  /// - Parameters:
  ///   - message: The message.
  ///   - block: The length of a block, in bytes: 64 or 128.
  ///   - isLittleEndian: Whether the length is written with its lowest byte first.
  /// - Returns: Whole blocks.
  static func pad(_ message: [UInt8], block: Int, isLittleEndian: Bool = false) -> [UInt8] {
    // The length takes an eighth of a block; its upper half is zero for any message in memory.
    let room = block / 8
    let zeros = (2 * block - 1 - room - message.count % block) % block + (room - 8)
    let bits = UInt64(message.count) * 8
    let length = (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * UInt64($0))) }
    return message + [0x80] + [UInt8](repeating: 0, count: zeros)
      + (isLittleEndian ? length : length.reversed())
  }
}
