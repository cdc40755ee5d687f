/// A reason why a redirect was rejected.
///
/// It contains nothing from the redirect, which anyone who can make the browser open a URL may have
/// written.
public enum RedirectRejection: Error, Hashable, CaseIterable, CustomStringConvertible {
  /// It does not begin with the redirect URI.
  case otherURL
  /// It is longer than 65,536 bytes.
  case tooLong
  /// The browser's request was too large, or not valid HTTP (RFC 9110 §15.5).
  case unreadableRequest
  /// Its query or fragment cannot be decoded.
  case undecodable
  /// It has neither `code` nor `error` (RFC 6749 §4.1.2).
  case noCodeOrError
  /// It has neither `access_token` nor `error` (RFC 6749 §4.2.2).
  case noTokenOrError
  /// It repeats a parameter (RFC 6749 §3.1).
  case parameterRepeated
  /// It has no state (RFC 6749 §10.12).
  case stateMissing
  /// Its state is not the one that was sent (RFC 6749 §10.12).
  case stateDifferent

  /// The reason in one sentence, for a page and for a terminal.
  public var description: String {
    switch self {
    case .otherURL: "It does not begin with the redirect URI."
    case .tooLong: "It is too long to be a redirect."
    case .unreadableRequest: "Its request was too large, or was not valid HTTP."
    case .undecodable: "Its parameters cannot be decoded."
    case .noCodeOrError: "It contains neither a code nor an error."
    case .noTokenOrError: "It contains neither an access token nor an error."
    case .parameterRepeated: "It contains a parameter more than once."
    case .stateMissing: "It has no state, so it cannot be matched to a request."
    case .stateDifferent: "Its state is not the one that was sent."
    }
  }
}

/// Reports rejected redirects in order, up to a limit, because any page can cause them.
actor RejectionReports {
  /// The most reports for each way.
  static let limit = 20

  private let tell: @Sendable (BrowserEvent) async -> Void
  private var counts: [BrowserWay: Int] = [:]
  /// The reason for the last rejection, or `nil` if there was none.
  private(set) var last: RedirectRejection?

  init(_ tell: @escaping @Sendable (BrowserEvent) async -> Void) {
    self.tell = tell
  }

  func report(_ rejection: RedirectRejection, way: BrowserWay) async {
    last = rejection
    let count = counts[way, default: 0] + 1
    guard count <= Self.limit else { return }
    counts[way] = count
    await tell(.refused(rejection, way: way, isLastReported: count == Self.limit))
  }
}
