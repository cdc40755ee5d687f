/// What a step reads: a redirect from the front channel or a response from the back channel.
public enum ReceivedMessage: Hashable, Sendable {
  /// The browser brought it.
  case redirect(Redirect)
  /// The server answered directly.
  case response(HTTPResponse)
}
