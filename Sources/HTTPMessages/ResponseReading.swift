/// A step that reads what came over a channel: steps 3 and 5.
///
/// Steps 2 and 4 need no such protocol, since the request is their output.
public protocol ResponseReading {
  /// The message as it came.
  var received: ReceivedMessage { get }
}
