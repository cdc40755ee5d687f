/// Recipes for clients that reach the practice server through another URL than its own.
enum PracticeProxies {
  /// The lines for the help; commands start with four spaces, and a test runs them unchanged.
  static let recipes = """
    Behind a TLS proxy
      Create a certificate. Then start the proxy and the server in this folder, in
      two terminals. The server prints the proxy's URL everywhere:

        openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost \\
          -addext subjectAltName=DNS:localhost -keyout key.pem -out cert.pem
        socat \\
          OPENSSL-LISTEN:8443,bind=127.0.0.1,reuseaddr,fork,cert=cert.pem,key=key.pem,verify=0 \\
          TCP:127.0.0.1:8088
        workbench practice --base-url https://localhost:8443

      Clients must trust cert.pem:

        curl --cacert cert.pem https://localhost:8443/.well-known/oauth-authorization-server

    Behind a port map
      In a container whose port 8088 is published as port 9000 of 127.0.0.1:

        workbench practice --host 0.0.0.0 --expose-to-network --base-url http://localhost:9000
    """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}
