import Channels
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension BackChannelFault {
  /// Creates the fault for an error of `URLSession`.
  init(_ error: any Error, address: RequestURL, limits: BackChannelLimits) {
    let words = error.localizedDescription
    let code = (error as? URLError)?.code ?? .unknown
    // On Linux, libcurl's words say more than the code for a bad response, so they come first.
    let bad: BackChannelFault? = code == .badServerResponse ? .notHTTP(address.authority) : nil
    self =
      Self.ofProxy(words, address) ?? Self.named(code, words, address, limits)
      ?? Self.worded(words, address) ?? bad ?? .other(words)
  }

  /// Returns a proxy's fault; libcurl uses the same codes as for the server, but other words.
  private static func ofProxy(_ words: String, _ address: RequestURL) -> BackChannelFault? {
    let isElsewhere =
      words.hasPrefix("Failed to connect to ") && !words.contains(" to \(address.host) port ")
    let names = ["resolve proxy", "CONNECT tunnel failed", "proxy after CONNECT"]
    return isElsewhere || names.contains(where: words.contains) ? .proxy(words) : nil
  }

  /// Returns the fault that a code identifies by itself, or `nil`.
  private static func named(
    _ code: URLError.Code, _ words: String, _ address: RequestURL, _ limits: BackChannelLimits
  ) -> BackChannelFault? {
    switch code {
    case .notConnectedToInternet: .notConnected
    case .cannotFindHost, .dnsLookupFailed: .noSuchHost(address.host)
    case .cannotConnectToHost: .refused(address.authority)
    case .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateUntrusted,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid,
      .clientCertificateRejected, .clientCertificateRequired:
      .certificate(host: address.host, reason: words)
    case .timedOut: .timedOut(seconds: limits.seconds)
    case .dataLengthExceedsMaximum: .tooLarge(limit: limits.bodyBytes)
    case .networkConnectionLost: .brokenOff(address.authority)
    case .cannotParseResponse: .notHTTP(address.authority)
    default: nil
    }
  }

  /// Returns the fault for libcurl's words: on Linux, many codes are generic or wrong.
  private static func worded(_ words: String, _ address: RequestURL) -> BackChannelFault? {
    let meanings: [(words: String, fault: BackChannelFault)] = [
      ("Failed to connect to \(address.host) port", .refused(address.authority)),
      ("HTTP/0.9", .notHTTP(address.authority)),
      ("transfer closed", .brokenOff(address.authority)),
      ("Empty reply", .brokenOff(address.authority)),
      ("Failed writing header", .other("Foundation cannot read a header field of the response")),
      ("SSL", .certificate(host: address.host, reason: words)),
      ("TLS", .certificate(host: address.host, reason: words)),
      ("certificate", .certificate(host: address.host, reason: words)),
    ]
    return meanings.first { words.contains($0.words) }?.fault
  }
}
