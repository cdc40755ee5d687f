import Channels
import HTTPMessages
package import LiveChannels
import Terminal
import Transcript
import Vocabulary

/// The way through the browser to a real server: asks whether the server answers at all, before it sends
/// the user there.
///
/// What the browser shows, the program cannot see: a user who stands before "server not found" would wait
/// for a redirect that never comes.
struct LiveFrontChannel: FrontChannel {
  package let server: AuthorizationServer
  package let browser: any FrontChannel
  package let back: any BackChannel
  package let console: any Console

  package func redirect(for request: HTTPRequest) async throws -> Redirect {
    try await probe()
    return try await browser.redirect(for: request)
  }

  /// Asks the authorization endpoint without any parameter: nothing is said of user or app.
  ///
  /// A server may answer such a request with anything, so an answer proves only that it is there: all but
  /// 410 are at most a warning.
  ///
  /// - Throws: `BackChannelFault` if nothing is there that a browser could reach, `StepFailure` for 410.
  private func probe() async throws {
    let host = Harmless.line(URLParts(server.authorizationEndpoint).authority)
    console.hint("\nAsking whether \(host) answers … ")
    let probe = HTTPRequest(
      method: "GET", url: probedURL, fields: [HTTPField("Accept", "text/html")])
    let response: HTTPResponse
    do {
      response = try await back.response(to: probe)
    } catch let fault as BackChannelFault where fault.mayNotConcernBrowser {
      return console.hint(
        "no answer.\nWarning: \(fault.description) The browser may get further.\n")
    } catch {
      console.hint("it does not.\n")
      throw error
    }
    console.hint("it does, with status \(response.status).\n")
    guard response.status == 410 else { return warn(of: response.status) }
    throw StepFailure(
      .gone,
      "The authorization endpoint answers 410 Gone: it was switched off on purpose, for good.",
      expected: "any page for the user", received: "status 410",
      why: server.sunset ?? "No user can be asked there, as long as it answers like that.",
      reference: .rfc9110("15.5.11"))
  }

  /// The practice server would log a request without parameters as refused, so its front page is asked.
  private var probedURL: String {
    let parts = URLParts(server.authorizationEndpoint)
    return server.name == AuthorizationServer.practice(at: "").name
      ? "\(parts.scheme)://\(parts.authority)/" : server.authorizationEndpoint
  }

  private func warn(of status: Int) {
    guard status >= 500 else { return }
    console.hint(
      "Warning: \(status) means a fault of the server. It may mean only that the request had no parameters, "
        + "so the browser is sent there all the same.\n")
  }
}

extension BackChannelFault {
  /// Whether a browser may reach the server although this program did not get an answer.
  ///
  /// A browser has its own certificates and its own proxy, and waits longer.
  fileprivate var mayNotConcernBrowser: Bool {
    switch self {
    case .certificate, .timedOut, .tooLarge, .brokenOff, .notHTTP, .proxy, .other: true
    case .malformedURL, .malformedField, .unprotected, .notConnected, .noSuchHost, .refused,
      .programMissing, .programEnded:
      false
    }
  }
}

/// The back channel of live mode, as the options want it.
package enum LiveBackChannel {
  /// Makes the channel; its program is started with the first request.
  package static func make(_ choices: Choices, _ surroundings: Surroundings) -> NetworkBackChannel {
    NetworkBackChannel(program: surroundings.networkProgram)
  }
}
