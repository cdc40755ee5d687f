import HTTPMessages

/// Why the back channel brought no answer.
public enum BackChannelFault: Error, Hashable, Sendable, Codable {
  /// The address is none that a request could go to.
  case malformedURL(String)
  /// The address is not `https`, and not on this machine: RFC 6749 §3.2 requires TLS.
  case unprotected(String)
  /// The header field of that name has a name or a value that no request can carry: RFC 9110 §5.5.
  case malformedField(String)
  /// This machine has no connection to any network; macOS tells that apart from the rest.
  case notConnected
  /// No address is known for the host's name.
  case noSuchHost(String)
  /// Nobody accepts connections at this host and port.
  case refused(String)
  /// The proxy in between did not connect; the system's own words say why.
  case proxy(String)
  /// The host could not prove who it is; the system's own words say why.
  case certificate(host: String, reason: String)
  /// The answer was not complete after so many seconds.
  case timedOut(seconds: Int)
  /// The answer has more than so many bytes.
  case tooLarge(limit: Int)
  /// This host and port ended the connection before the answer was complete.
  case brokenOff(String)
  /// What this host and port sent is no HTTP.
  case notHTTP(String)
  /// The program for the network is not at this path, or cannot be started.
  case programMissing(String)
  /// The program for the network ended before it had an answer.
  case programEnded
  /// Anything else, in the system's own words.
  case other(String)
}

extension BackChannelFault: CustomStringConvertible {
  /// The fault as one plain sentence, harmless on a terminal.
  public var description: String { Harmless.line(sentence) }

  private var sentence: String {
    switch self {
    case .malformedURL(let url):
      "\(url) is no address for a request; one looks like https://host/path, without user, blank, #, . or .. in it."
    case .unprotected(let url):
      "\(url) is not https, so nothing was sent; only an address on this machine may be http."
    case .malformedField(let name):
      "The header field \(name) holds a character that no request may carry, so nothing was sent."
    case .notConnected: "This machine is not connected to a network, so nothing was sent."
    case .noSuchHost(let host): "No address was found for the host \(host)."
    case .refused(let address): "Nobody accepts connections at \(address)."
    case .proxy(let words):
      "The proxy between this machine and the server made no connection: \(Self.withoutStop(words))."
    case .certificate(let host, let reason):
      "No protected connection to \(host) came about, so nothing was sent: \(Self.withoutStop(reason))."
    case .timedOut(let seconds): "The answer was not complete after \(seconds) seconds."
    case .tooLarge(let limit): "The answer has more than the \(limit) bytes that are taken."
    case .brokenOff(let address): "\(address) ended the connection before its answer was complete."
    case .notHTTP(let address): "\(address) was asked in HTTP, and answered in something else."
    case .programMissing(let path):
      "The program for the network could not be started from \(path); swift build makes it."
    case .programEnded:
      "The program for the network ended before it had an answer; on Linux, a connection that ends among the header fields does that."
    case .other(let words): "The request brought no answer: \(Self.withoutStop(words))."
    }
  }

  /// The system's words sometimes end in a full stop, which the sentence brings itself.
  private static func withoutStop(_ words: String) -> Substring {
    words.hasSuffix(".") ? words.dropLast() : words[...]
  }
}
