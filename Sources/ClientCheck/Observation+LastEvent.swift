import HTTPMessages
import Vocabulary

extension Observation {
  /// The last thing that the server, the browser, or the process saw, for a failure.
  var lastEvent: String {
    let end = processes.last.map { process in
      switch process.ending {
      case .exited(let code):
        "then the client exited with code \(code)"
          + (visits.isEmpty && code != 0 ? " (it runs in a new folder)" : "")
      case .signaled(let number): "then signal \(number) ended the client"
      case .stopped: "then nothing more"
      case .timedOut: "then the time limit expired"
      }
    }
    let last =
      if let exchange = lastExchange {
        "\(exchange.request.method) \(exchange.path), "
          + (exchange.status == 0 ? "no response" : "status \(exchange.status)")
          + Self.inParentheses(exchange.cause)
      } else if let visit = visits.last {
        outcome(of: visit)
      } else {
        "no authorization URL: no browser was opened, and no URL was printed and flushed"
      }
    let words = processes.last?.lastLine.map { "its last line: \($0)" }
    return ([last] + [end, words].compactMap(\.self)).joined(separator: "; ")
  }

  /// How far the browser got with an authorization URL.
  private func outcome(of visit: Visit) -> String {
    if visit.status == 0 { return "an authorization URL of another server, which was not opened" }
    guard let redirect = visit.redirect else {
      return "the authorization endpoint returned an error page, status \(visit.status)"
        + Self.inParentheses(visit.reason)
    }
    guard isDelivered else {
      let place = Harmless.line(String(URLParts(redirect).withoutQueryAndFragment.prefix(200)))
      return "the browser was redirected to \(place), but nothing listened there"
    }
    let status = deliveries.last?.status ?? 0
    return "the redirect reached the client, which "
      + (status == 0 ? "did not respond" : "returned status \(status)")
  }

  private static func inParentheses(_ cause: String?) -> String {
    cause.map { " (\(Harmless.line($0)))" } ?? ""
  }

  /// The change that brings a client one message further in an honest run.
  var nextAction: String {
    if let exchange = lastExchange {
      switch exchange.path {
      case PracticePath.token where exchange.status != 200:
        return "Correct the token request: a POST with a form of grant_type, code, redirect_uri, "
          + "code_verifier, and client_id or HTTP Basic authentication."
      case PracticePath.token:
        return "Read access_token from the response, and call the API at WORKBENCH_API."
      case PracticePath.profile:
        return "Send the access token in the header field Authorization: Bearer."
      case let path where exchange.status == 404 && !path.hasPrefix(PracticePath.metadata):
        return
          "Use the URLs in WORKBENCH_TOKEN_ENDPOINT and WORKBENCH_API, or those of the metadata."
      default: break
      }
    }
    guard let visit = visits.last else {
      return
        "Open the authorization URL in a browser, or print it and flush the output. The client runs in a "
        + "new folder, and gets its settings from the environment."
    }
    // Its response is in the fragment of the redirect, which a browser sends to nobody.
    if let type = visit.query.value(of: "response_type"), type != "code" {
      return "Send response_type=code, not \(Harmless.line(String(type.prefix(60))))."
    }
    if let redirect = visit.redirect.flatMap({ URLParts($0).query }),
      let error = (try? Form(decoding: redirect))?.value(of: "error")
    {
      let description = (try? Form(decoding: redirect))?.value(of: "error_description") ?? ""
      return "Correct the authorization request. The server returned \(Harmless.line(error)): "
        + Harmless.line(description)
    }
    if visit.status == 0 {
      return "Use WORKBENCH_AUTHORIZATION_ENDPOINT, or authorization_endpoint of the metadata."
    }
    if deliveries.last?.status == 404 {
      return "Serve the path of WORKBENCH_REDIRECT_URI, and no other."
    }
    if visit.redirect == nil {
      return "Correct client_id and redirect_uri in the authorization URL."
    }
    return isDelivered
      ? "Accept the redirect if its state is the one that you sent, and send the token request. iss can be "
        + "missing."
      : "Listen at the port of WORKBENCH_REDIRECT_URI, which is also redirect_uri in the authorization "
        + "URL, before you open the browser."
  }

  /// The last request to the server, unless the user was sent to it afterwards.
  private var lastExchange: Exchange? {
    exchanges.last.flatMap { $0.at >= visits.last?.at ?? .zero ? $0 : nil }
  }
}
