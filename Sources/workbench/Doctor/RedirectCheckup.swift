import HTTPMessages
import LiveChannels
import LoopbackHTTP

/// Whether the workbench can wait at the redirect URI.
struct RedirectCheckup {
  let redirectURI: String

  private struct Nobody: HTTPHandler {
    func response(to request: HTTPRequest) async -> HTTPResponse { HTTPResponse(status: 404) }
  }

  var finding: Finding {
    let parts = URLParts(redirectURI)
    guard parts.isLoopback, parts.scheme == "http" else {
      return Finding(
        "redirect port", .noteworthy,
        "\(redirectURI) does not lead to this machine: paste the redirect from the browser")
    }
    let digits = parts.authority.split(separator: ":").last ?? ""
    guard let port = UInt16(digits), port > 0 else {
      return Finding(
        "redirect port", .wanting,
        "\(redirectURI) names no port: register one such as http://127.0.0.1:8089/callback")
    }
    do {
      let host = parts.host == "[::1]" ? "::1" : "127.0.0.1"
      let server = try LoopbackServer(host: host, port: port, handler: Nobody())
      server.stop()
      return Finding("redirect port", .fine, "\(port) on \(parts.host) is free")
    } catch {
      return Finding(
        "redirect port", .wanting,
        "\(port) on \(parts.host) cannot be used (\(error)): end the program that has it, or register another "
          + "redirect URI and give it with --redirect-uri")
    }
  }
}
