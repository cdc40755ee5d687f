import Channels
import HTTPMessages
import LiveChannels
import LoopbackHTTP

/// Checks that the workbench can listen at the redirect URI.
struct RedirectPortCheck {
  let redirectURI: String

  private struct UnusedHandler: HTTPHandler {
    func response(to request: HTTPRequest) async -> HTTPResponse { HTTPResponse(status: 404) }
  }

  var checkup: Checkup {
    let parts = URLParts(redirectURI)
    let url = try? RequestURL(redirectURI)
    guard let url, url.isLoopback, !url.isProtected else {
      return Checkup(
        "redirect port", .note,
        "\(redirectURI) is not on this machine: paste the redirect from the browser")
    }
    guard parts.authority != url.host, let port = UInt16(exactly: url.port) else {
      return Checkup(
        "redirect port", .fix,
        "\(redirectURI) has no port: register one such as http://127.0.0.1:8089/callback")
    }
    do {
      let host = url.host == "[::1]" ? "::1" : "127.0.0.1"
      let server = try LoopbackServer(host: host, port: port, handler: UnusedHandler())
      server.stop()
      return Checkup("redirect port", .ok, "\(port) on \(url.host) is free")
    } catch {
      return Checkup(
        "redirect port", .fix,
        "\(port) on \(url.host) cannot be used (\(error)): stop the program that uses it, or register another "
          + "redirect URI and set it with --redirect-uri")
    }
  }
}
