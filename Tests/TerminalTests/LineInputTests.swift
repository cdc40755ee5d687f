import Foundation
import LoopbackHTTP
import Terminal
import TestSupport
import Testing

/// Standard input that comes in pieces: what is taken, and what is left.
///
/// A pair of sockets stands for a pipe: a child of another test may have inherited the writing end of a
/// pipe, and its end would never be seen.
@Suite(.timeLimit(.minutes(1))) struct LineInputTests {
  /// An input, and the lines that come out of it.
  private final class Rig: Sendable {
    let input: LineInput
    private let ends: [Int32]

    init() {
      let pair = Socket.pair()
      expect(pair.succeeded)
      ends = [pair.descriptors.0, pair.descriptors.1]
      input = LineInput(descriptor: ends[0], width: { $0.count })
    }

    deinit { for end in ends { close(end) } }

    func type(_ text: String) {
      let bytes = Array(text.utf8)
      expect(write(ends[1], bytes, bytes.count), is: bytes.count)
    }

    func end() { shutdown(ends[1], Int32(SHUT_WR)) }

    /// Whether there are bytes that nobody has taken.
    var hasBytes: Bool {
      var entry = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
      return poll(&entry, 1, 0) > 0
    }

    /// Another reader of the same input, such as another program.
    var other: LineInput { LineInput(descriptor: ends[0], width: { $0.count }) }
  }

  @Test func `lines come one by one, the last one without an end, and the rest stays`() async {
    let rig = Rig()
    rig.type("one\ntwo\r\n\nfour\nrest")
    expect(await rig.input.nextLine(), is: "one")
    expect(rig.other.line(), is: "two")
    expect(await rig.input.nextLine(), is: "")
    expect(rig.input.line(), is: "four")
    rig.end()
    expect(rig.input.rest(limit: 10), is: Array("rest".utf8))
    expect(await rig.input.nextLine(), is: nil)
    expect(rig.input.line(), is: nil)
    // A line without an end counts at the end of input.
    let half = Rig()
    half.type("half")
    half.end()
    expect(await half.input.nextLine(), is: "half")
    expect(await half.input.nextLine(), is: nil)
  }

  @Test func `a line that was half there belongs to the next one who reads`() async throws {
    for isBlocking in [true, false] {
      let rig = Rig()
      rig.type("half ")
      let task = Task { await rig.input.nextLine() }
      // Until it has taken what is there.
      while rig.hasBytes { try await Task.sleep(for: .milliseconds(2)) }
      task.cancel()
      expect(await task.value, is: nil)
      rig.type("and half\nnext\n")
      expect(
        isBlocking
          ? rig.input.line() == "half and half" : await rig.input.nextLine() == "half and half")
      rig.end()
      expect(rig.input.rest(limit: 100), is: Array("next\n".utf8))
    }
  }

  @Test func `a line comes to who waits for it, and a wait that is given up takes nothing`() async {
    let rig = Rig()
    async let line = rig.input.nextLine()
    rig.type("now\n")
    expect(await line, is: "now")
    let other = Rig()
    for _ in 0..<20 {
      let task = Task { await other.input.nextLine() }
      await Task.yield()
      task.cancel()
      expect(await task.value, is: nil)
    }
    other.type("after\n")
    expect(other.input.line(), is: "after")
  }

  @Test func `more than the limit is refused`() {
    let rig = Rig()
    rig.type("12345")
    rig.end()
    expect(rig.input.rest(limit: 4), is: nil)
  }
}
