import Channels
import Flows
import HTTPMessages
import Runs
import Vocabulary

/// Checks that a server's endpoints are reachable and have valid certificates.
struct EndpointCheck {
  let back: any BackChannel
  let server: AuthorizationServer
  /// The clock, in seconds since 1970-01-01 00:00 UTC.
  let now: () -> Int64

  /// The largest accepted difference between the clocks, in seconds.
  private static let tolerance: Int64 = 120

  /// The endpoints that every walk needs.
  var endpoints: [(name: String, url: String)] {
    [
      ("authorization endpoint", server.authorizationEndpoint),
      ("token endpoint", server.tokenEndpoint),
    ]
  }

  /// Calls one endpoint without parameters.
  func findings(_ name: String, _ url: String) async -> [Checkup] {
    let request = HTTPRequest(method: "GET", url: url, fields: [HTTPField("Accept", "*/*")])
    let host = URLParts(url).authority
    do {
      let response = try await back.response(to: request)
      let checkup = checkup(name, host, response.status, isTLS: url.hasPrefix("https:"))
      return [checkup, clock(response)].compactMap(\.self)
    } catch {
      let fault = error as? BackChannelFault ?? .other("\(error)")
      let isPractice = server == .practice(at: Defaults.practiceURL)
      let remedy = isPractice ? "Start it in another terminal: workbench practice" : nil
      let words = [fault.description, server.sunset, remedy].compactMap(\.self)
      return [Checkup(name, .fix, words.joined(separator: " "))]
    }
  }

  private func checkup(_ name: String, _ host: String, _ status: Int, isTLS: Bool) -> Checkup {
    let certificate = isTLS ? "; its certificate is valid" : "; without TLS on this machine"
    if status == 410 {
      return Checkup(
        name, .fix,
        "\(host) returned 410 Gone: it was shut down, probably permanently. "
          + (server.sunset ?? "Ask the operator of the server."))
    }
    // Without parameters, an endpoint returns some error, which proves that it exists.
    return status >= 500
      ? Checkup(name, .fix, "\(host) returned \(status), an internal error. Retry later")
      : Checkup(name, .ok, "\(host) responds (status \(status))\(certificate)")
  }

  /// Compares the server's clock with the local one.
  private func clock(_ response: HTTPResponse) -> Checkup? {
    guard let text = response.fields.value(of: "Date"),
      let time = HTTPDate.secondsSince1970(text).map(Int64.init)
    else { return nil }
    let difference = now() - time
    return abs(difference) <= Self.tolerance
      ? nil
      : Checkup(
        "clock", .fix,
        "\(difference) seconds off the server's clock: set it, or lifetimes are wrong")
  }
}

/// Checks that the server's metadata does not rule out the flows with a user.
struct SupportCheck {
  let server: AuthorizationServer

  /// The obstacle, or `nil` if there is none.
  var checkup: Checkup? {
    do {
      try server.checkSupport(of: Flow.usual.about, as: .client, isMethodGiven: false)
      return nil
    } catch {
      return Checkup("server", .fix, "\(error.message) It has \(error.received)")
    }
  }
}
