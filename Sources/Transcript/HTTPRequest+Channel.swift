import HTTPMessages

extension HTTPRequest {
  /// Whether the browser sends it: a GET through the front channel, all else through the back channel.
  var usesFrontChannel: Bool { method == "GET" }

  /// The channel's name in the JSON contract.
  var channelName: String { usesFrontChannel ? "front" : "back" }
}
