import Channels
import Flows
import HTTPMessages
import Runs
import Vocabulary

/// Whether a server's endpoints can be reached, over TLS with a certificate that holds.
struct EndpointCheck {
  let back: any BackChannel
  let server: AuthorizationServer
  /// The clock, in seconds since 1970-01-01 00:00 UTC.
  let now: () -> Int64

  /// How far the clocks may be apart, in seconds.
  private static let tolerance: Int64 = 120

  /// The endpoints that every walk needs.
  var endpoints: [(name: String, url: String)] {
    [
      ("authorization endpoint", server.authorizationEndpoint),
      ("token endpoint", server.tokenEndpoint),
    ]
  }

  /// Asks one endpoint without any parameter.
  func findings(_ name: String, _ url: String) async -> [Checkup] {
    let request = HTTPRequest(method: "GET", url: url, fields: [HTTPField("Accept", "*/*")])
    let host = URLParts(url).authority
    do {
      let response = try await back.response(to: request)
      let answers = checkup(name, host, response.status, isTLS: url.hasPrefix("https:"))
      return [answers, clock(response)].compactMap(\.self)
    } catch {
      let fault = error as? BackChannelFault ?? .other("\(error)")
      let isPractice = server == .practice(at: Defaults.practiceURL)
      let remedy = isPractice ? "Start it in another terminal: workbench practice" : nil
      let words = [fault.description, server.sunset, remedy].compactMap(\.self)
      return [Checkup(name, .fix, words.joined(separator: " "))]
    }
  }

  private func checkup(_ name: String, _ host: String, _ status: Int, isTLS: Bool) -> Checkup {
    let certificate = isTLS ? ", and its certificate holds" : ", without TLS on this machine"
    if status == 410 {
      return Checkup(
        name, .fix,
        "\(host) answers 410 Gone: it was switched off on purpose. "
          + (server.sunset ?? "Ask whoever runs it."))
    }
    // Without its parameters an endpoint answers with some error: it is there.
    return status >= 500
      ? Checkup(name, .fix, "\(host) answers \(status): it has a fault of its own. Try later")
      : Checkup(name, .ok, "\(host) answers (status \(status))\(certificate)")
  }

  /// The server's clock beside this one.
  private func clock(_ response: HTTPResponse) -> Checkup? {
    guard let text = response.fields.value(of: "Date"),
      let time = HTTPDate.secondsSince1970(text).map(Int64.init)
    else { return nil }
    let difference = now() - time
    return abs(difference) <= Self.tolerance
      ? nil
      : Checkup(
        "clock", .fix,
        "it is \(difference) seconds off the server's: set it, or lifetimes are wrong")
  }
}

/// Whether the server's own description rules out the flows with a user.
struct SupportCheck {
  let server: AuthorizationServer

  /// What it rules out; `nil` if it rules out nothing.
  var checkup: Checkup? {
    do {
      try server.checkSupport(of: Flow.usual.about, as: .client, isMethodGiven: false)
      return nil
    } catch {
      return Checkup("server description", .fix, "\(error.message) It has \(error.received)")
    }
  }
}
