/// Why an address that came is not the redirect that is waited for.
///
/// It holds nothing of what came: anybody who can make the browser open an address may have written that.
public enum RedirectRejection: Error, Hashable, CaseIterable, CustomStringConvertible {
  /// It is another address than the redirect URI.
  case otherURL
  /// It is longer than any redirect: more than 65536 bytes.
  case tooLong
  /// The browser's request was too large, or not valid HTTP: RFC 9110 §15.5.
  case unreadableRequest
  /// Its query or fragment cannot be decoded.
  case undecodable
  /// It has neither `code` nor `error`: RFC 6749 §4.1.2.
  case noCodeOrError
  /// It has neither `access_token` nor `error`: RFC 6749 §4.2.2.
  case noTokenOrError
  /// It has a parameter twice: RFC 6749 §3.1.
  case parameterRepeated
  /// It has no state: RFC 6749 §10.12.
  case stateMissing
  /// Its state is not the one that was sent: RFC 6749 §10.12.
  case stateDifferent

  /// The refusal in one sentence, for a page and for a terminal.
  public var description: String {
    switch self {
    case .otherURL: "It does not begin with the redirect URI."
    case .tooLong: "It is too long to be a redirect."
    case .unreadableRequest: "Its request was too large, or is not valid HTTP."
    case .undecodable: "Its parameters cannot be decoded."
    case .noCodeOrError: "It carries neither a code nor an error."
    case .noTokenOrError: "It carries neither an access token nor an error."
    case .parameterRepeated: "It carries a parameter more than once."
    case .stateMissing: "It has no state, so nobody can tell who caused it."
    case .stateDifferent: "Its state is not the one that was sent."
    }
  }
}

/// Tells of refused redirects, one after another and only so many: any page in the browser can cause them.
actor RejectionReports {
  /// How many are told for each way.
  static let limit = 20

  private let tell: @Sendable (BrowserEvent) async -> Void
  private var counts: [BrowserWay: Int] = [:]
  /// Why the last redirect was refused; `nil` if none was.
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
