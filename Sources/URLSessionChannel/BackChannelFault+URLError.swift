import Channels
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension BackChannelFault {
  /// What an error of `URLSession` means.
  init(_ error: any Error, address: RequestURL, limits: BackChannelLimits) {
    let words = error.localizedDescription
    let code = (error as? URLError)?.code ?? .unknown
    // On Linux the code of a bad response says less than libcurl's words, so they come first.
    let bad: BackChannelFault? = code == .badServerResponse ? .notHTTP(address.authority) : nil
    self =
      Self.ofProxy(words, address) ?? Self.named(code, words, address, limits)
      ?? Self.worded(words, address) ?? bad ?? .other(words)
  }

  /// A fault of a proxy, for which libcurl has the codes of the server's own; its words tell them apart.
  private static func ofProxy(_ words: String, _ address: RequestURL) -> BackChannelFault? {
    let isElsewhere =
      words.hasPrefix("Failed to connect to ") && !words.contains(" to \(address.host) port ")
    let names = ["resolve proxy", "CONNECT tunnel failed", "proxy after CONNECT"]
    return isElsewhere || names.contains(where: words.contains) ? .proxy(words) : nil
  }

  /// What a code means by itself.
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

  /// What libcurl's words mean: on Linux many errors have a code that says nothing, or a wrong one.
  private static func worded(_ words: String, _ address: RequestURL) -> BackChannelFault? {
    let meanings: [(words: String, fault: BackChannelFault)] = [
      ("Failed to connect to \(address.host) port", .refused(address.authority)),
      ("HTTP/0.9", .notHTTP(address.authority)),
      ("transfer closed", .brokenOff(address.authority)),
      ("Empty reply", .brokenOff(address.authority)),
      ("Failed writing header", .other("Foundation cannot read a header line of the answer")),
      ("SSL", .certificate(host: address.host, reason: words)),
      ("TLS", .certificate(host: address.host, reason: words)),
      ("certificate", .certificate(host: address.host, reason: words)),
    ]
    return meanings.first { words.contains($0.words) }?.fault
  }
}
