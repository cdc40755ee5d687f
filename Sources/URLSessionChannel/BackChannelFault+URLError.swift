import Channels
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension BackChannelFault {
  /// What an error of `URLSession` means.
  ///
  /// On Linux many errors have a code of no meaning or of a wrong one, and libcurl's words tell more.
  init(_ error: any Error, address: RequestAddress, limits: BackChannelLimits) {
    let words = error.localizedDescription
    let place = address.authority
    if words.contains("HTTP/0.9") {
      self = .notHTTP(place)
      return
    }
    if ["transfer closed", "Empty reply"].contains(where: words.hasPrefix) {
      self = .brokenOff(place)
      return
    }
    // A proxy that cannot be reached has the same code as the host behind it.
    let isProxy = words.contains("proxy")
    switch (error as? URLError)?.code {
    case .cannotFindHost where !isProxy, .dnsLookupFailed where !isProxy:
      self = .noSuchHost(address.host)
    case .cannotConnectToHost where !isProxy: self = .refused(place)
    case .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateUntrusted,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid,
      .clientCertificateRejected, .clientCertificateRequired:
      self = .certificate(host: address.host, reason: words)
    case .timedOut: self = .timedOut(seconds: limits.seconds)
    case .dataLengthExceedsMaximum: self = .tooLarge(limit: limits.bodyBytes)
    case .networkConnectionLost: self = .brokenOff(place)
    case .cannotParseResponse: self = .notHTTP(place)
    default: self = .other(words)
    }
  }
}
