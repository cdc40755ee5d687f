/// Which server a redirect has to come from: RFC 9207 §2.4.
///
/// A client that talks to several servers can be made to take the code of an honest one to a hostile one.
/// A server that names itself in the redirect ends that (RFC 9700 §4.4).
public enum ExpectedIssuer: Hashable, Sendable {
  /// The server has published no issuer identifier, so there is nothing to compare.
  case unknown
  /// The server's issuer identifier.
  ///
  /// `isPromised` says that its metadata promises it in every redirect, so that none may lack it.
  case known(String, isPromised: Bool)
}

extension AuthorizationServer {
  /// Which issuer the redirects of this server have to name.
  public var expectedIssuer: ExpectedIssuer {
    issuer.map { .known($0, isPromised: promisesIssuer) } ?? .unknown
  }
}
