/// The topic `live-mode`: hidden values, requests, and differences between the systems.
enum LiveModeHelp {
  static let text = """
    Live mode: secrets and the network

    Secrets
      Every screen and format shows only values that are known not to be secret. Any
      other value becomes a placeholder with its name, or with its type and length.
      --show-secrets shows it. The same applies to a message that you pass with
      --redirect or --response.

      Free text, such as error_description, is shown. Neighboring words with digits
      or inner capitals are replaced if they have 20 or more characters together.
      Parts of a secret from this run are replaced from 8 characters on. So a server
      that echoes a secret, plain or in a common encoding, never reveals 8
      characters in a row. A secret that the server disguises on purpose, encrypted
      or split into several values, is not recognized.

      The session keeps what the server issued, readable only by you. --record
      writes only values that are known not to be secret. User identifiers and
      everything else become placeholders.

    Requests
      Only one program reaches the network: workbench-network, next to workbench.
      It uses TLS, except on this machine. It follows no HTTP redirects. A response
      is limited to 30 seconds and 1 MB.

      A server's metadata is used only if it contains exactly the issuer that you
      named. The walk stops before it sends anything if the metadata rules it out:
      the server requires pushed authorization requests, or it supports none of the
      workbench's client authentication methods.

    Certificate authorities
      Linux   the system's bundle, usually
              /etc/ssl/certs/ca-certificates.crt; SSL_CERT_FILE and SSL_CERT_DIR
              are ignored
      macOS   the keychains

    Your own certificate authority
      Linux   copy it to /usr/local/share/ca-certificates, then run
              update-ca-certificates
      macOS   Keychain Access

    Proxy
      Linux   https_proxy, all_proxy, no_proxy
      macOS   System Settings

    An IPv6 address as a host, such as http://[::1]:8080
      Linux   not supported: use a name, such as localhost
      macOS   supported

    workbench doctor shows which bundle and which proxy are used.

    """
}
