import HTTPMessages
import TestSupport
import Testing

struct HTTPDateTests {
  @Test(arguments: [
    // The example of RFC 9110 §5.6.7.
    (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
    (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
    (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
    (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 GMT"),
    (1_709_251_200, "Fri, 01 Mar 2024 00:00:00 GMT"),
    (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 GMT"),
    (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
  ]) func `a moment is written as IMF-fixdate, and read again`(seconds: Int, text: String) {
    expect(HTTPDate.text(secondsSince1970: seconds), is: text)
    expect(HTTPDate.secondsSince1970(text), is: seconds)
  }

  @Test(arguments: [
    // The obsolete forms of RFC 9110 §5.6.7, which a server no longer sends.
    "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "",
    "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 99 Nov 1994 08:49:37 GMT",
    "Wed, 29 Feb 2023 00:00:00 GMT", "Sun, 00 Nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 8:49:37 GMT",
    "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Nov 1994  08:49:37 GMT",
    "Sun, 06 Nov 99999999999999999999 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT x",
  ]) func `another form, or a date that does not exist, is not read`(text: String) {
    expect(HTTPDate.secondsSince1970(text), is: nil)
  }
}
