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
  /// - Throws: `BackChannelFault` if nobody answers, `StepFailure` for 410 and for a fault of the
  ///   server's. Any other status will do: the endpoint is there, and did not get what it wants.
  private func probe() async throws {
    let host = Harmless.line(URLParts(server.authorizationEndpoint).authority)
    console.hint("\nAsking whether \(host) answers … ")
    let probe = HTTPRequest(
      method: "GET", url: server.authorizationEndpoint, fields: [HTTPField("Accept", "text/html")])
    let response: HTTPResponse
    do {
      response = try await back.response(to: probe)
    } catch {
      console.hint("it does not.\n")
      throw error
    }
    console.hint("it does, with status \(response.status).\n")
    guard response.status == 410 || response.status >= 500 else { return }
    let isGone = response.status == 410
    throw StepFailure(
      isGone ? .gone : .serverError,
      isGone
        ? "The authorization endpoint answers 410 Gone: it was switched off on purpose, for good."
        : "The authorization endpoint has a fault of its own.",
      expected: "any page for the user", received: "status \(response.status)",
      why: server.sunset ?? "No user can be asked there, as long as it answers like that.",
      reference: isGone ? .rfc9110("15.5.11") : .rfc9110("15.6"))
  }
}

/// The back channel of live mode, as the options want it.
package enum LiveBackChannel {
  /// Makes the channel; its program is started with the first request.
  package static func make(_ choices: Choices, _ surroundings: Surroundings) -> NetworkBackChannel {
    NetworkBackChannel(program: surroundings.networkProgram)
  }
}
