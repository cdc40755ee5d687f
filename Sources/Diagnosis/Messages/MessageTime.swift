import HTTPMessages

/// The time of a message, by a known clock.
struct MessageTime: Hashable, Sendable {
  /// The milliseconds since 1970-01-01 00:00 UTC.
  let milliseconds: Int64
  /// The number of the archive with this clock, or `nil` for a server's clock.
  let archive: Int?

  private init(milliseconds: Int64, archive: Int?) {
    self.milliseconds = milliseconds
    self.archive = archive
  }

  /// Creates a time by a server's clock.
  init(seconds: Int64) {
    // No message is from after the year 9999.
    self.init(milliseconds: min(max(seconds, 0), 253_402_300_799) * 1000, archive: nil)
  }

  /// Creates the time in a `Date` field (RFC 9110 §6.6.1), or returns `nil` if there is none.
  init?(dateIn fields: [HTTPField]) {
    guard let text = fields.value(of: "Date"), let time = HTTPDate.secondsSince1970(text) else {
      return nil
    }
    self.init(seconds: Int64(time))
  }

  /// Creates the time in a text such as `2009-07-24T19:20:30.45+01:00`, or returns `nil`.
  init?(iso8601 text: String, archive: Int) {
    let bytes = Array(text.utf8.prefix(40))
    func number(_ start: Int, _ count: Int) -> Int? {
      guard start + count <= bytes.count else { return nil }
      let digits = bytes[start..<start + count]
      return digits.allSatisfy(\.isDigit) ? Int(String(decoding: digits, as: UTF8.self)) : nil
    }
    guard let year = number(0, 4), let month = number(5, 2), let day = number(8, 2),
      let hour = number(11, 2), let minute = number(14, 2), let second = number(17, 2),
      year >= 1970, 1...12 ~= month, hour < 24, minute < 60, second <= 60,
      let days = CivilDate.daysSince1970(year: year, month: month, day: day),
      [4, 7, 10, 13, 16].map({ bytes[$0] }) == Array("--T::".utf8)
    else { return nil }
    let fraction =
      bytes.dropFirst(19).first == UInt8(ascii: ".")
      ? bytes.dropFirst(20).prefix(while: \.isDigit) : []
    let zone = Array(bytes.dropFirst(19 + (fraction.isEmpty ? 0 : fraction.count + 1)))
    var offset = 0
    if zone != [UInt8(ascii: "Z")] {
      let digits = zone.dropFirst().filter { $0 != UInt8(ascii: ":") }
      guard let sign = zone.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
        digits.count == 4, digits.allSatisfy(\.isDigit),
        let value = Int(String(decoding: digits, as: UTF8.self))
      else { return nil }
      offset = (value / 100 * 60 + value % 100) * (sign == UInt8(ascii: "-") ? -1 : 1)
    }
    let thousandths = Int(
      String(decoding: fraction.prefix(3), as: UTF8.self) + "000".dropFirst(fraction.count))
    let seconds = days * 86400 + (hour * 60 + minute - offset) * 60 + second
    self.init(milliseconds: Int64(seconds * 1000 + (thousandths ?? 0)), archive: archive)
  }

  /// Returns a later time by the same clock.
  func adding(milliseconds: Double) -> MessageTime {
    // No response takes longer than a day.
    let more = 0...86_400_000 ~= milliseconds ? Int64(milliseconds) : 0
    return MessageTime(milliseconds: self.milliseconds + more, archive: archive)
  }

  /// Returns the whole seconds until another time.
  func seconds(until other: MessageTime) -> Int64 { (other.milliseconds - milliseconds) / 1000 }

  /// Whether more than the given seconds have passed, although clocks may differ by two minutes.
  func isMore(than seconds: Int64, until other: MessageTime) -> Bool {
    let leeway: Int64 = archive != nil && archive == other.archive ? 0 : 120
    return self.seconds(until: other) - leeway > seconds
  }
}
