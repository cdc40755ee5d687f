import Foundation
import Testing

@testable import workbench

/// Live mode against a practice server in a process of its own, one step after the other.
struct LiveRun {
  let bench: Bench
  let server: PracticeProcess

  /// Starts the server, and describes it in a file.
  init(_ options: String...) async throws {
    bench = try Bench.practising()
    server = try await PracticeProcess(["--auto-approve"] + options, on: bench)
    let base = server.address
    try bench.write(
      """
      {"name": "the server", "authorization_endpoint": "\(base)/oauth2/authorize",
       "token_endpoint": "\(base)/oauth2/token", "revocation_endpoint": "\(base)/oauth2/revoke",
       "introspection_endpoint": "\(base)/1.1/oauth2/introspect",
       "introspection_authorization": "access_token",
       "profile_endpoint": "\(base)/1/user/-/profile.json", "suggested_scope": "activity profile"}
      """, to: "server.json")
  }

  /// The options that begin a live run.
  var options: [String] {
    ["--mode", "live", "--server", bench.path("server.json"), "--client-id", "CLI001"]
      + ["--app-type", "client"]
  }

  /// The redirect to which the server sends the browser for the request of step 2.
  func redirect() async throws -> String {
    let document = try JSONContractTests.check(
      await bench.run("step", "2", "--format", "json"), mode: "live")
    let url = try #require(document.steps.first?.sends?.url)
    let reply = try await server.get(String(url.dropFirst(server.address.count)))
    return try #require(reply.location)
  }

  /// Does all five steps; what each printed.
  func walk() async throws -> [Answer] {
    var answers = [await bench.run(["step", "1"] + options)]
    let redirect = try await redirect()
    answers.append(await bench.run("step", "2"))
    answers.append(await bench.run("step", "3", "--redirect", redirect))
    answers.append(await bench.run("step", "4"))
    answers.append(await bench.run("step", "5"))
    return answers
  }

  /// The values of the session that are secret.
  func secrets() throws -> [String] {
    let values = try bench.sessionValues()
    return ["code_verifier", "code", "access_token", "refresh_token"].compactMap { values[$0] }
  }
}
