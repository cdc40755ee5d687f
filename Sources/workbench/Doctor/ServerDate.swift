#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Points in time as a server and a person write them.
enum ServerDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// A moment in ISO 8601, such as `2026-11-22T20:15:44Z`.
  static func text(secondsSince1970 seconds: Int64) -> String {
    Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
  }

  /// The seconds since 1970-01-01 00:00 UTC of a `Date` field: RFC 9110 §5.6.7.
  ///
  /// - Parameter field: Such as `Sun, 22 Nov 2026 20:15:44 GMT`.
  /// - Returns: The seconds; `nil` for another form.
  static func secondsSince1970(field: String) -> Int64? {
    let words = field.split(separator: " ")
    guard words.count == 6, words[5] == "GMT",
      let month = months.firstIndex(of: String(words[2])).map({ $0 + 1 })
    else { return nil }
    let text = "\(words[3])-\(month < 10 ? "0" : "")\(month)-\(words[1])T\(words[4])Z"
    return (try? Date(text, strategy: .iso8601)).map { Int64($0.timeIntervalSince1970) }
  }
}
