public import HTTPMessages

/// One recorded message with its sources.
public struct Recording: Hashable, Sendable {
  /// The file's name: flow, scenario, step, and direction.
  public let name: String
  /// The sources of the message, a sentence or two per line.
  public let provenance: [String]
  /// The message without its sources.
  public let message: HTTPMessageText
  /// The scheme of a request's URL: `https`, or `http` on the same machine.
  public let scheme: String

  /// Creates a recording from a file.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - bytes: The file's content.
  ///   - scheme: The scheme of a request's URL.
  /// - Throws: `HTTPMessageText.Fault` if it is not a message.
  public init(name: String, bytes: [UInt8], scheme: String = "https") throws(HTTPMessageText.Fault)
  {
    self.name = name
    self.scheme = scheme
    message = try HTTPMessageText(bytes)
    provenance = message.remarks
  }

  /// Returns the recorded request.
  ///
  /// - Throws: `HTTPMessageText.Fault.startLine` if the message is not a request.
  public func request() throws(HTTPMessageText.Fault) -> HTTPRequest {
    try message.request(scheme: scheme)
  }

  /// Whether the server's own text is unknown and this one was written for the workbench.
  public var isUnsourced: Bool {
    provenance.contains { $0.hasPrefix("Unsourced:") || $0.hasPrefix("Invented:") }
  }
}
