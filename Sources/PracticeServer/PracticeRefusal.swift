/// An error page of the practice server: the browser stays there, and the app hears nothing.
public struct PracticeRefusal: Error, Hashable, Sendable {
  /// The status of the page.
  public let status: Int
  /// What the page says to the developer.
  public let summary: String
}
