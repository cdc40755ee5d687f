/// What a step reads: a redirect from the front channel or a response from the back channel.
public enum ReceivedMessage: Hashable, Sendable {
  /// The browser brought it.
  case redirect(Redirect)
  /// The server answered directly.
  case response(HTTPResponse)
}

/// A step that reads what came over a channel: steps 3 and 5.
///
/// Steps 2 and 4 need no such protocol, since the request is their output.
public protocol ResponseReading {
  /// The message as it came.
  var received: ReceivedMessage { get }
}
