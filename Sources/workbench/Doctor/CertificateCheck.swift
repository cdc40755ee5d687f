import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The certificate authorities of live requests: the system's, regardless of the environment.
struct CertificateCheck {
  let environment: [String: String]
  /// The possible paths of the system's bundle, or none if it has keychains.
  var bundles = Platform.certificateBundles

  /// The variables from which other programs read additional authorities.
  private static let names = ["SSL_CERT_FILE", "SSL_CERT_DIR"]

  var checkup: Checkup {
    guard let unread = Self.names.first(where: { environment[$0]?.isEmpty == false }) else {
      return bundle == nil && !bundles.isEmpty
        ? Checkup("certificates", .fix, "\(bundles[0]) does not exist: install ca-certificates")
        : Checkup("certificates", .ok, "live mode trusts \(authorities)")
    }
    return Checkup(
      "certificates", .note,
      "\(unread) is ignored; live mode trusts \(authorities). To add your own: \(remedy)")
  }

  private var bundle: String? { bundles.first { access($0, R_OK) == 0 } }

  private var authorities: String {
    bundle.map { "the authorities in \($0)" } ?? "the system's authorities"
  }

  private var remedy: String {
    switch bundle {
    case nil: "Keychain Access, or security add-trusted-cert"
    case "/etc/ssl/certs/ca-certificates.crt":
      "/usr/local/share/ca-certificates/NAME.crt, then update-ca-certificates"
    default: "/etc/pki/ca-trust/source/anchors, then update-ca-trust"
    }
  }
}
