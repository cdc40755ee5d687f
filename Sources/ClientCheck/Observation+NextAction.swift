import HTTPMessages
import Vocabulary

extension Observation {
  /// The change that brings a client one message further in an honest run.
  var nextAction: String {
    if let process = processes.last, Crash.line(in: process.output) != nil {
      return "Handle or correct the error in the last line."
    }
    if visits.isEmpty, exchanges.isEmpty, otherURL != nil {
      return "Open the authorization URL itself: the browser of a check follows no other page."
    }
    if let action = lastExchange.flatMap(action) { return action }
    return visits.last.map(action)
      ?? "Open the authorization URL in a browser, or print it and flush the output. The client runs in a "
      + "new folder, and gets its settings from the environment."
  }

  private func action(after exchange: Exchange) -> String? {
    switch (exchange.path, exchange.status) {
    case (PracticePath.token, 200):
      "Read access_token from the response, and call the API at WORKBENCH_API."
    case (PracticePath.token, _) where changedCode(in: exchange) != nil:
      changedCode(in: exchange)
    case (PracticePath.token, _):
      "Correct the token request: a POST with a form of grant_type, code, redirect_uri, and code_verifier"
        + (credentials == nil
          ? ", and with client_id."
          : ", and HTTP Basic authentication with WORKBENCH_CLIENT_ID and WORKBENCH_CLIENT_SECRET.")
    case (PracticePath.profile, 403):
      "Request every scope in WORKBENCH_SCOPE: the API needs profile."
    case (PracticePath.profile, 405): "Read the profile with GET."
    case (PracticePath.profile, 401)
    where exchange.request.authenticationScheme?.lowercased() == "bearer":
      "Send access_token as it is in the token response."
    case (PracticePath.profile, _):
      "Send the access token in the header field Authorization: Bearer."
    case (let path, 404) where path.hasPrefix("/.well-known/"):
      "Read the metadata at /.well-known/oauth-authorization-server on the host of the issuer (RFC 8414 "
        + "§3.1)."
    case (_, 404):
      isDiscovered
        ? "Use WORKBENCH_API, and the endpoints in the metadata."
        : "Use the URLs in WORKBENCH_TOKEN_ENDPOINT and WORKBENCH_API."
    default: nil
    }
  }

  /// The advice for a code that is not the one in the redirect.
  private func changedCode(in exchange: Exchange) -> String? {
    let redirect = deliveries.last { $0.status != nil }.flatMap { URLParts($0.url).query }
    guard let sent = exchange.form.value(of: "code"),
      let received = redirect.flatMap({ try? Form(decoding: $0) })?.value(of: "code"),
      sent != received
    else { return nil }
    let start = zip(sent, received).prefix { $0 == $1 }.count
    return
      "Send the code as it is in the redirect, decoded once: the one sent has \(sent.count) characters, "
      + "the one in the redirect has \(received.count), and they differ from character \(start + 1)."
  }

  private func action(after visit: Visit) -> String {
    // Its response is in the fragment of the redirect, which a browser does not send.
    if let type = visit.query.value(of: "response_type"), type != "code" {
      return "Send response_type=code, not \(Harmless.line(String(type.prefix(60))))."
    }
    if visit.status == 0 {
      return isDiscovered
        ? "Use authorization_endpoint in the metadata." : "Use WORKBENCH_AUTHORIZATION_ENDPOINT."
    }
    guard let redirect = visit.redirect else {
      let isAboutClient = ["client_id", "redirect_uri"].contains {
        visit.reason?.contains($0) ?? true
      }
      return isAboutClient
        ? "Correct client_id and redirect_uri in the authorization URL."
        : "Correct the authorization URL. The server's reason: \(Harmless.line(visit.reason ?? ""))"
    }
    let response = URLParts(redirect).query.flatMap { try? Form(decoding: $0) }
    if let error = response?.value(of: "error") {
      return "Correct the authorization request. The server returned \(Harmless.line(error)): "
        + Harmless.line(response?.value(of: "error_description") ?? "")
    }
    if deliveries.last?.status == 404 {
      return "Serve the path of WORKBENCH_REDIRECT_URI, and no other."
    }
    if !isDelivered, hasFailed(after: visit) {
      return "Correct what the last line says, and listen until the redirect arrives."
    }
    if !isDelivered, isLate(visit) {
      return "Flush the output after the authorization URL, and listen until the redirect arrives."
    }
    return isDelivered
      ? "Accept the redirect if its state is the one that you sent, and send the token request. iss can be "
        + "missing."
      : "Listen at the port of WORKBENCH_REDIRECT_URI, which is also redirect_uri in the authorization "
        + "URL, before you open the browser."
  }
}
