import Testing

/// The library that does HTTP for `URLSession` on Linux.
///
/// The tests of the back channel were written against it. Darwin's CFNetwork is another one, with other
/// habits where the specification leaves room, or where a server breaks it.
enum Libcurl {
  /// Whether `URLSession` is the one above libcurl.
  static let isUsed: Bool = {
    #if canImport(FoundationNetworking)
      true
    #else
      false
    #endif
  }()

  /// Expects what libcurl does; where CFNetwork differs it is told as a known issue, and fails nothing.
  ///
  /// The comment says what may be otherwise. What must hold everywhere does not belong into the body.
  static func expects(
    _ difference: Comment, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () async throws -> Void
  ) async rethrows {
    try await withKnownIssue(difference, isIntermittent: true, sourceLocation: sourceLocation) {
      try await body()
    } when: {
      !isUsed
    }
  }
}
