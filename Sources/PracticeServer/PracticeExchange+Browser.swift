import HTTPMessages

extension PracticeExchange {
  /// The name of the cookie that tells one browser from another.
  static let cookieName = "practice_browser"

  /// The value of that cookie; `nil` if the browser sent none.
  ///
  /// An empty one counts as none: two browsers without a cookie are not the same browser.
  var browserCookie: String? {
    let cookies = request.fields.value(of: "Cookie")?.split(separator: ";") ?? []
    let wanted = Self.cookieName + "="
    return cookies.map { $0.drop { $0 == " " } }.first { $0.hasPrefix(wanted) }
      .map { String($0.dropFirst(wanted.count)) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
