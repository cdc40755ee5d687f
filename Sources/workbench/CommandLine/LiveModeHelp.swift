/// What live mode hides, how it sends requests, and where the systems differ.
enum LiveModeHelp {
  static let text = """
    Live mode: secrets and the network

    Secrets
      Every screen and every format shows only values that are known not to be
      secret. Any other value becomes a placeholder with its name, or with its type
      and length. --show-secrets shows them. The same holds for a message that you
      bring with --redirect or --response.

      Words of free text, such as error_description, are shown. In it, a run of
      words with digits or inner capitals is replaced from 20 characters on, and a
      part of a secret of this run from 8 characters on. So a server that echoes a
      secret, plain or in a common encoding, never shows 8 characters of it in a
      row. A secret that a server hides on purpose, by a cipher or spread over
      several values, is not recognized.

      The session keeps what the server issued, readable only by you. --record
      writes only values that the program knows not to be secret. User identifiers
      and everything else become placeholders.

    Requests
      Only one program reaches the network: workbench-network, next to workbench.
      It uses TLS, or stays on this machine. It follows no HTTP redirect. A response
      is limited to 30 seconds and 1 MB.

      A server's metadata is used only if it contains exactly the issuer that you
      named. If it rules out what the walk is about to do, the walk stops before it
      sends anything: the server requires pushed authorization requests, or accepts
      no client authentication that the workbench has.

    Certificate authorities
      Linux   the bundle of the system, usually
              /etc/ssl/certs/ca-certificates.crt; SSL_CERT_FILE and SSL_CERT_DIR
              are not read
      macOS   the keychains

    A certificate authority of your own
      Linux   put it into /usr/local/share/ca-certificates, then type
              update-ca-certificates
      macOS   Keychain Access

    Proxy
      Linux   https_proxy, all_proxy, no_proxy
      macOS   System Settings

    An IPv6 address as a host, such as http://[::1]:8080
      Linux   not possible: use a name, such as localhost
      macOS   possible

    workbench doctor shows which bundle and which proxy are used.

    """
}
