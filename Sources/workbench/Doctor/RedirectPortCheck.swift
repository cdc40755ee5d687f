import Channels
import HTTPMessages
import LiveChannels
import LoopbackHTTP

/// Whether the workbench can wait at the redirect URI.
struct RedirectPortCheck {
  let redirectURI: String

  private struct UnusedHandler: HTTPHandler {
    func response(to request: HTTPRequest) async -> HTTPResponse { HTTPResponse(status: 404) }
  }

  var checkup: Checkup {
    let parts = URLParts(redirectURI)
    let address = try? RequestURL(redirectURI)
    guard let address, address.isLoopback, !address.isProtected else {
      return Checkup(
        "redirect port", .note,
        "\(redirectURI) does not lead to this machine: paste the redirect from the browser")
    }
    guard parts.authority != address.host, let port = UInt16(exactly: address.port) else {
      return Checkup(
        "redirect port", .fix,
        "\(redirectURI) names no port: register one such as http://127.0.0.1:8089/callback")
    }
    do {
      let host = address.host == "[::1]" ? "::1" : "127.0.0.1"
      let server = try LoopbackServer(host: host, port: port, handler: UnusedHandler())
      server.stop()
      return Checkup("redirect port", .ok, "\(port) on \(address.host) is free")
    } catch {
      return Checkup(
        "redirect port", .fix,
        "\(port) on \(address.host) cannot be used (\(error)): end the program that has it, or register another "
          + "redirect URI and give it with --redirect-uri")
    }
  }
}
