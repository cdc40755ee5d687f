public import HTTPMessages

/// The channel through the user's browser: its messages can be read, stored, and forged.
///
/// RFC 6749 §1.7 and §3.1 describe it; the name came into use later.
public protocol FrontChannel {
  /// Sends the browser to the authorization server and waits for the redirect.
  ///
  /// - Parameter request: The request that step 2 built.
  /// - Returns: The redirect, for step 3.
  /// - Throws: A fault of the channel if there is no redirect; each channel documents its own.
  func redirect(for request: HTTPRequest) async throws -> Redirect
}
