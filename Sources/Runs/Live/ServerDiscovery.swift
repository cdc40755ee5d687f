import Channels
package import Discovery
import HTTPMessages
import Terminal
import Transcript
package import Vocabulary

/// Lets a server describe itself: RFC 8414 first, OpenID Connect Discovery second.
struct ServerDiscovery {
  package let back: any BackChannel
  package let console: any Console
  /// The command line, for what to type after a failure.
  let choices: Choices

  /// Asks for the description.
  ///
  /// - Parameter text: The issuer identifier as the user typed it.
  /// - Returns: The server, and what was sent and read, for the report.
  /// - Throws: `CommandError` for a text that is no issuer, a server that does not answer, and a
  ///   description that cannot be used.
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
      console.hint("Taking \(Harmless.line(issuer.value)) as the issuer.\n")
    }
    return try await description(of: issuer)
  }

  /// The description at the first address, or, where there is none or it lacks an endpoint, the second.
  private func description(of issuer: IssuerIdentifier) async throws(CommandError) -> Discovered {
    var rejection: StepFailure?
    var incomplete: HTTPResponse?
    for url in issuer.metadataURLs {
      console.hint("Asking \(Harmless.line(url)) …\n")
      let request = MetadataRequest(issuer: issuer, url: url)
      let response = try await response(to: request, issuer)
      let answer = MetadataResponse(
        response: response, issuer: issuer, origin: .live, completing: incomplete)
      do {
        return Discovered(server: try answer.output(), request: request, answer: answer)
      } catch {
        // The first failure says most, but a description of another server ends the search (RFC 8414 §3.3).
        rejection = rejection ?? error
        let only = MetadataResponse(response: response, issuer: issuer, origin: .live)
        if only.lacksEndpoints { incomplete = incomplete ?? response }
        guard only.hasNoDescription || only.lacksEndpoints else {
          throw complaint(incomplete == nil ? error : rejection ?? error, issuer)
        }
      }
    }
    throw rejection.map { complaint($0, issuer) }
      ?? CommandError(.stepFailed, "The server does not describe itself.")
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
        .unavailable, fault.description, next: Advice("Look at the way there", command))
    }
  }

  private func complaint(_ failure: StepFailure, _ issuer: IssuerIdentifier) -> CommandError {
    CommandError(
      .stepFailed,
      "\(failure.message) Expected: \(failure.expected). Received: \(failure.received). "
        + "(\(failure.reference.text))",
      next: slashAdvice(failure, issuer)
        ?? Advice("Describe the server in a file instead", "help servers"))
  }

  /// What to type where only a slash at the end is missing, or too much; `nil` for any other difference,
  /// which may mean that somebody else answers.
  private func slashAdvice(_ failure: StepFailure, _ issuer: IssuerIdentifier) -> Advice? {
    guard failure.reason == .issuerMismatch,
      let named = failure.findings.first(where: { $0.name == "issuer" })?.value,
      named == issuer.value + "/" || named + "/" == issuer.value
    else { return nil }
    return Advice(
      "Ask for the issuer as the server names it", choices.command(with: .discover, named))
  }
}

/// A server that has described itself, with the two messages.
package struct Discovered {
  package let server: AuthorizationServer
  package let request: MetadataRequest
  package let answer: MetadataResponse

  /// Puts the two messages into the report, before the first step.
  package func show(_ perform: Narrator) throws {
    _ = try perform(request)
    _ = try perform(answer)
  }
}
