import Channels
import HTTPMessages
package import LiveChannels
import Terminal
import Transcript
import Vocabulary

/// The front channel to a real server, which checks first that the server responds.
///
/// The program cannot see the browser. A user whose browser shows "server not found" would wait for
/// a redirect that never arrives.
struct LiveFrontChannel: FrontChannel {
  package let server: AuthorizationServer
  package let browser: any FrontChannel
  package let back: any BackChannel
  package let console: any Console

  package func redirect(for request: HTTPRequest) async throws -> Redirect {
    try await probe()
    return try await browser.redirect(for: request)
  }

  /// Requests the authorization endpoint without parameters, so it reveals neither user nor client.
  ///
  /// A response to such a request proves only that the server is reachable. Any status except 410
  /// causes a warning at most.
  ///
  /// - Throws: `BackChannelFault` if a browser could not reach the server, `StepFailure` for 410.
  private func probe() async throws {
    let host = Harmless.line(URLParts(server.authorizationEndpoint).authority)
    console.hint("\nChecking that \(host) responds … ")
    let probe = HTTPRequest(
      method: "GET", url: probedURL, fields: [HTTPField("Accept", "text/html")])
    let response: HTTPResponse
    do {
      response = try await back.response(to: probe)
    } catch let fault as BackChannelFault where fault.mayNotConcernBrowser {
      return console.hint(
        "no response.\nWarning: \(fault.description) The browser may still reach it.\n")
    } catch {
      console.hint("it does not.\n")
      throw error
    }
    console.hint("it does, with status \(response.status).\n")
    guard response.status == 410 else { return warn(of: response.status) }
    throw StepFailure(
      .gone,
      "The authorization endpoint returned 410 Gone: it was shut down, probably permanently.",
      expected: "any page for the user", received: "status 410",
      why: server.sunset ?? "As long as it returns 410, no user can authorize there.",
      reference: .rfc9110("15.5.11"))
  }

  /// The URL to check: for the practice server its front page, so that its log shows no rejection.
  private var probedURL: String {
    let parts = URLParts(server.authorizationEndpoint)
    return server.name == AuthorizationServer.practice(at: "").name
      ? "\(parts.scheme)://\(parts.authority)/" : server.authorizationEndpoint
  }

  private func warn(of status: Int) {
    guard status >= 500 else { return }
    console.hint(
      "Warning: \(status) is a server error. The cause may be that the request had no parameters, "
        + "so the browser is sent there anyway.\n")
  }
}

extension BackChannelFault {
  /// Whether a browser may reach the server although this program got no response.
  ///
  /// A browser has its own certificates and proxy settings, and waits longer.
  fileprivate var mayNotConcernBrowser: Bool {
    switch self {
    case .certificate, .timedOut, .tooLarge, .brokenOff, .notHTTP, .proxy, .other: true
    case .malformedURL, .malformedField, .unprotected, .notConnected, .noSuchHost, .refused,
      .programMissing, .programEnded:
      false
    }
  }
}

/// The back channel of live mode.
package enum LiveBackChannel {
  /// Returns the channel, whose program is started with the first request.
  package static func make(_ choices: Choices, _ surroundings: Surroundings) -> NetworkBackChannel {
    NetworkBackChannel(program: surroundings.networkProgram)
  }
}
