public import HTTPMessages

extension HTTPRequest {
  /// Whether the browser sends it: a request without header fields, because those are the browser's.
  public var usesFrontChannel: Bool { fields.isEmpty }

  /// The channel's name in the JSON contract.
  var channelName: String { usesFrontChannel ? "front" : "back" }
}
