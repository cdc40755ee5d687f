public import HTTPMessages

extension HTTPRequest {
  /// Whether the browser sends it.
  public var usesFrontChannel: Bool { channel == .front }
}
