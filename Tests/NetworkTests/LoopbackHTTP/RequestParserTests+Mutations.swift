import TestSupport
import Testing

@testable import LoopbackHTTP

extension RequestParserTests {
  private static let seeds = [
    "GET /a?b=c HTTP/1.1\r\nHost: a\r\nAccept: */*\r\nConnection: close\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nx=yGET / HTTP/1.1\r\nHost: a\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2;e\r\nx=\r\n1\r\ny\r\n0\r\nT: u\r\n\r\n",
  ].map { Array($0.utf8) }

  @Test func `ten thousand mutilated requests crash nothing, however they are cut`() {
    var random = SeededGenerator(seed: 9112)
    for _ in 0..<10_000 {
      let bytes = Self.mutilated(Self.seeds.randomElement(using: &random) ?? [], using: &random)
      let cut = Int.random(in: 0...bytes.count, using: &random)
      let pieces = [Array(bytes[..<cut]), Array(bytes[cut...])]
      expect(Parsing([bytes]), is: Parsing(pieces))
    }
  }

  private static func mutilated(_ seed: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let index = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: index)
      case 2: bytes.removeLast(bytes.count - index)
      case 3: bytes.insert(contentsOf: bytes.prefix(index), at: index)
      default: bytes.insert("\r\n :,;0".utf8.randomElement(using: &random) ?? 0, at: index)
      }
    }
    return bytes
  }
}
