public import HTTPMessages

/// One recorded message, with where it comes from.
public struct Recording: Hashable, Sendable {
  /// The file's name: flow, scenario, step and direction.
  public let name: String
  /// Where the message comes from, a sentence or two a line.
  public let provenance: [String]
  /// The message itself.
  public let message: HTTPMessageText
  /// What the URL of a request begins with: `https`, or `http` on one machine.
  public let scheme: String

  /// Reads a recording.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - bytes: The file's content.
  ///   - scheme: What the URL of a request begins with.
  /// - Throws: `HTTPMessageText.Fault` if it is no message.
  public init(name: String, bytes: [UInt8], scheme: String = "https") throws(HTTPMessageText.Fault)
  {
    self.name = name
    self.scheme = scheme
    message = try HTTPMessageText(bytes)
    provenance = message.remarks
  }

  /// The recorded request.
  ///
  /// - Throws: `HTTPMessageText.Fault.startLine` if the message is none.
  public func request() throws(HTTPMessageText.Fault) -> HTTPRequest {
    try message.request(scheme: scheme)
  }

  /// Whether the server's own words are not known, so that these are the workbench's.
  public var isUnsourced: Bool {
    provenance.contains { $0.hasPrefix("Unsourced:") || $0.hasPrefix("Invented:") }
  }
}
