/// The URL to which the authorization server sent the browser: RFC 6749 §4.1.2.
public struct Redirect: Hashable, Sendable {
  /// The whole URL, as it came.
  public let url: String
  /// The status of the answer that carried it; `nil` where only the URL is known, because the user
  /// pasted it or the browser followed it.
  public let status: Int?

  /// Takes a redirect URL.
  public init(url: String, status: Int? = nil) {
    self.url = url
    self.status = status
  }

  /// The URL cut at its delimiters; query and fragment stay apart.
  public var parts: URLParts { URLParts(url) }
}

/// What a step reads: a redirect from the front channel or a response from the back channel.
public enum ReceivedMessage: Hashable, Sendable {
  /// The browser brought it.
  case redirect(Redirect)
  /// The server answered directly.
  case response(HTTPResponse)
}
