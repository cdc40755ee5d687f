public import HTTPMessages

/// The way through the user's browser: everything on it can be seen, kept and forged.
///
/// RFC 6749 §1.7 and §3.1 describe it; its name became customary later.
public protocol FrontChannel {
  /// Sends the browser to the authorization server, and waits for where it sends the browser back.
  ///
  /// - Parameter request: The request that step 2 built.
  /// - Returns: The redirect, for step 3.
  /// - Throws: Whatever keeps the channel from getting one; each channel says what.
  func redirect(for request: HTTPRequest) async throws -> Redirect
}
