/// The redirect, with which the authorization server returns the browser (RFC 6749 §4.1.2).
public struct Redirect: Hashable, Sendable {
  /// The complete URL, as received.
  public let url: String
  /// The status of the HTTP response that carried it.
  ///
  /// It is `nil` if only the URL is known: the user pasted it, or the browser followed it.
  public let status: Int?

  /// Creates a redirect, by default without a known status.
  public init(url: String, status: Int? = nil) {
    self.url = url
    self.status = status
  }

  /// The URL split at its delimiters, with query and fragment separate.
  public var parts: URLParts { URLParts(url) }
}

/// The message that a step reads, from the front channel or the back channel.
public enum ReceivedMessage: Hashable, Sendable {
  /// A redirect, received through the browser.
  case redirect(Redirect)
  /// A response, received directly from the server.
  case response(HTTPResponse)
}
