import Channels
package import Discovery
import HTTPMessages
import Terminal
import Transcript
package import Vocabulary

/// The request for a server's metadata: RFC 8414 first, OpenID Connect Discovery second.
struct ServerDiscovery {
  package let back: any BackChannel
  package let console: any Console
  /// The command line, for the advice after a failure.
  let choices: Choices

  /// Requests the metadata of an issuer.
  ///
  /// - Parameter text: The issuer identifier as the user typed it.
  /// - Returns: The server with the request and the response, for the report.
  /// - Throws: `CommandError` if the text is not an issuer identifier, the server does not respond,
  ///   or its metadata is invalid.
  package func server(issuer text: String) async throws(CommandError) -> Discovered {
    let issuer: IssuerIdentifier
    do {
      issuer = try IssuerIdentifier(text)
    } catch {
      throw CommandError(
        .usage, "\(error.message) Expected: \(error.expected). Received: \(error.received).",
        next: Advice("See", "help servers"))
    }
    if issuer.value != text {
      console.hint("Using \(Harmless.line(issuer.value)) as the issuer.\n")
    }
    return try await metadata(of: issuer)
  }

  /// Returns the metadata at the first URL, or at the second if it is missing or lacks an endpoint.
  private func metadata(of issuer: IssuerIdentifier) async throws(CommandError) -> Discovered {
    var rejection: StepFailure?
    var incomplete: HTTPResponse?
    for url in issuer.metadataURLs {
      console.hint("Requesting \(Harmless.line(url)) …\n")
      let request = MetadataRequest(issuer: issuer, url: url)
      let response = try await response(to: request, issuer)
      let metadata = MetadataResponse(
        response: response, issuer: issuer, origin: .live, completing: incomplete)
      do {
        return Discovered(server: try metadata.output(), request: request, metadata: metadata)
      } catch {
        // The first failure says most, but metadata of another issuer ends the search
        // (RFC 8414 §3.3).
        rejection = rejection ?? error
        let only = MetadataResponse(response: response, issuer: issuer, origin: .live)
        if only.lacksEndpoints { incomplete = incomplete ?? response }
        guard only.hasNoDescription || only.lacksEndpoints else {
          throw complaint(incomplete == nil ? error : rejection ?? error, issuer)
        }
      }
    }
    throw rejection.map { complaint($0, issuer) }
      ?? CommandError(.stepFailed, "The server publishes no metadata.")
  }

  private func response(
    to request: MetadataRequest, _ issuer: IssuerIdentifier
  ) async throws(CommandError) -> HTTPResponse {
    do {
      return try await back.response(to: request.output())
    } catch {
      let fault = error as? BackChannelFault ?? .other("\(error)")
      let isPractice = issuer.value == Defaults.practiceURL
      if isPractice, case .refused = fault {
        throw CommandError(
          .unavailable, fault.description, next: BackChannelFault.practiceServer)
      }
      let command = "doctor --network \(Option.discover.name) \(ShellQuoting.word(issuer.value))"
      throw CommandError(
        .unavailable, fault.description, next: Advice("Check the connection", command))
    }
  }

  private func complaint(_ failure: StepFailure, _ issuer: IssuerIdentifier) -> CommandError {
    CommandError(
      .stepFailed,
      "\(failure.message) Expected: \(failure.expected). Received: \(failure.received). "
        + "(\(failure.reference.text))",
      next: slashAdvice(failure, issuer)
        ?? Advice("Describe the server in a server file instead", "help servers"))
  }

  /// Returns the corrected command if the issuers differ only in a trailing slash.
  ///
  /// Any other difference may mean that another server responded.
  private func slashAdvice(_ failure: StepFailure, _ issuer: IssuerIdentifier) -> Advice? {
    guard failure.reason == .issuerMismatch,
      let named = failure.findings.first(where: { $0.name == "issuer" })?.value,
      named == issuer.value + "/" || named + "/" == issuer.value
    else { return nil }
    return Advice(
      "Use the issuer exactly as the server names it", choices.command(with: .discover, named))
  }
}

/// A server that publishes its metadata, with the request and the response.
package struct Discovered {
  package let server: AuthorizationServer
  package let request: MetadataRequest
  package let metadata: MetadataResponse

  /// Adds the two messages to the report, before the first step.
  package func show(_ perform: Narrator) throws {
    _ = try perform(request)
    _ = try perform(metadata)
  }
}
