import HTTPMessages

/// A reason why the back channel received no response.
public enum BackChannelFault: Error, Hashable, Sendable, Codable {
  /// The URL is not one that a request can be sent to.
  case malformedURL(String)
  /// The URL is neither `https` nor on this machine (RFC 6749 §3.2 requires TLS).
  case unprotected(String)
  /// The header field with this name has a name or value that cannot be sent (RFC 9110 §5.5).
  case malformedField(String)
  /// This machine is not connected to a network; only macOS reports this.
  case notConnected
  /// The host name has no IP address.
  case noSuchHost(String)
  /// Nothing is listening at this host and port.
  case refused(String)
  /// The proxy did not connect to the server; the reason is the system's own text.
  case proxy(String)
  /// TLS failed, for example because of the certificate; the reason is the system's own text.
  case certificate(host: String, reason: String)
  /// The response was not complete after this number of seconds.
  case timedOut(seconds: Int)
  /// The body has more bytes than the limit.
  case tooLarge(limit: Int)
  /// This host and port closed the connection before the response was complete.
  case brokenOff(String)
  /// This host and port sent something that is not HTTP.
  case notHTTP(String)
  /// The network program is not at this path, or could not be started.
  case programMissing(String)
  /// The network program ended before it returned a response.
  case programEnded
  /// Any other fault, usually in the system's own words.
  case other(String)
}

extension BackChannelFault: CustomStringConvertible {
  /// The fault in plain sentences, harmless on a terminal.
  public var description: String { Harmless.line(sentence) }

  private var sentence: String {
    switch self {
    case .malformedURL(let url):
      "\(url) is not a request URL. Expected https://host/path without . or .. in the path, "
        + "a user, a space, or a fragment."
    case .unprotected(let url):
      "\(url) is not https, so nothing was sent. Only a loopback URL may use http."
    case .malformedField(let name):
      "The header field \(name) contains an invalid character, so nothing was sent."
    case .notConnected: "This machine is not connected to a network, so nothing was sent."
    case .noSuchHost(let host): "No IP address was found for the host \(host)."
    case .refused(let hostAndPort): "Nothing is listening at \(hostAndPort)."
    case .proxy(let words):
      "The proxy did not connect to the server: \(Self.withoutPeriod(words))."
    case .certificate(let host, let reason):
      "The TLS connection to \(host) failed, so nothing was sent: \(Self.withoutPeriod(reason))."
    case .timedOut(let seconds): "The response was not complete after \(seconds) seconds."
    case .tooLarge(let limit): "The response is larger than the limit of \(limit) bytes."
    case .brokenOff(let hostAndPort):
      "\(hostAndPort) closed the connection before the response was complete."
    case .notHTTP(let hostAndPort): "The response from \(hostAndPort) is not HTTP."
    case .programMissing(let path):
      "The network program could not be started from \(path). Build it with swift build."
    case .programEnded:
      "The network program ended without a response. On Linux, this happens if a connection closes "
        + "within the header fields."
    case .other(let words): "There was no response: \(Self.withoutPeriod(words))."
    }
  }

  /// Removes a final period, because the sentence around the system's words adds its own.
  private static func withoutPeriod(_ words: String) -> Substring {
    words.hasSuffix(".") ? words.dropLast() : words[...]
  }
}
