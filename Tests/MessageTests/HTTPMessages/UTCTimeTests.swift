import HTTPMessages
import TestSupport
import Testing

struct UTCTimeTests {
  /// What `date -u -d @SECONDS +%FT%TZ` prints.
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"),
    (1_709_251_199, "2024-02-29T23:59:59Z"), (1_795_348_800, "2026-11-22T12:00:00Z"),
    (4_107_542_400, "2100-03-01T00:00:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
    (-5, "1970-01-01T00:00:00Z"),
  ]) func `a time is written in ISO 8601`(seconds: Int64, text: String) {
    expect(UTCTime(secondsSince1970: seconds).text, is: text)
  }

  @Test func `no time of a clock is too far away`() {
    expect(UTCTime(secondsSince1970: .max).text.hasSuffix("Z"))
    expect(UTCTime(secondsSince1970: .min).text, is: "1970-01-01T00:00:00Z")
  }
}
