import Foundation
import TestSupport
import Testing

/// A terminal without a screen: what is typed on one side is read on the other.
final class PseudoTerminal: Sendable {
  /// The side of the person.
  let keyboard: Int32
  /// The side of the program.
  let program: Int32

  /// Opens one as it is when a shell has just made it: lines, echo and signals.
  init() throws {
    keyboard = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    let name = try #require(Self.name(of: keyboard))
    program = open(name, O_RDWR | O_NOCTTY)
    try #require(program >= 0)
  }

  /// The file of the other side, unlocked; `nil` if there is none.
  private static func name(of keyboard: Int32) -> String? {
    #if canImport(Darwin)
      guard grantpt(keyboard) == 0, unlockpt(keyboard) == 0 else { return nil }
      return ptsname(keyboard).map { String(cString: $0) }
    #else
      // The functions of POSIX are not declared for Swift; these are what they do: TIOCSPTLCK and TIOCGPTN.
      var lock: Int32 = 0
      var number: UInt32 = 0
      guard ioctl(keyboard, 0x4004_5431, &lock) == 0, ioctl(keyboard, 0x8004_5430, &number) == 0
      else { return nil }
      return "/dev/pts/\(number)"
    #endif
  }

  deinit {
    close(program)
    close(keyboard)
  }

  /// The settings, in a form that can be compared.
  var settings: [UInt8] {
    var mode = termios()
    expect(tcgetattr(program, &mode), is: 0)
    // The padding between the members may hold anything.
    let flags = [mode.c_iflag, mode.c_oflag, mode.c_cflag, mode.c_lflag]
    return withUnsafeBytes(of: mode.c_cc) { Array($0) }
      + flags.flatMap { flag in
        withUnsafeBytes(of: flag) { Array($0) }
      }
  }

  /// Whether a line is kept until Return.
  var keepsLines: Bool {
    var mode = termios()
    return tcgetattr(program, &mode) == 0 && mode.c_lflag & tcflag_t(ICANON) != 0
  }

  /// Types a text; it blocks until the other side has room for it.
  func type(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(keyboard, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// What has come to the screen since this was asked last.
  func screen() -> String {
    var text: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    var entry = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
    while poll(&entry, 1, 100) > 0 {
      let count = read(keyboard, &chunk, chunk.count)
      guard count > 0 else { break }
      text += chunk[..<count]
    }
    return String(decoding: text, as: UTF8.self)
  }
}
