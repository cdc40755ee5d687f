import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which authorities live requests trust: those of the system, whatever the environment names.
struct CertificateCheck {
  let environment: [String: String]
  /// The files that the system may have, or none if it has keychains.
  var bundles = Platform.certificateBundles

  /// What other programs read an authority of the user's own from.
  private static let names = ["SSL_CERT_FILE", "SSL_CERT_DIR"]

  var checkup: Checkup {
    guard let unread = Self.names.first(where: { environment[$0]?.isEmpty == false }) else {
      return bundle == nil && !bundles.isEmpty
        ? Checkup("certificates", .fix, "no bundle is at \(bundles[0]): install ca-certificates")
        : Checkup("certificates", .ok, "\(authorities) count")
    }
    return Checkup(
      "certificates", .note,
      "\(unread) is not read: \(authorities) count. Add an authority of your own there: \(remedy)")
  }

  private var bundle: String? { bundles.first { access($0, R_OK) == 0 } }

  private var authorities: String {
    bundle.map { "the authorities in \($0)" } ?? "the authorities of the system"
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
