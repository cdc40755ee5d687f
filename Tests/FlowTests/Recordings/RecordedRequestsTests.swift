import Foundation
import HTTPMessages
import Recordings
import Step1CodeVerifier
import Step2AuthorizationRequest
import Step4TokenRequest
import TestSupport
import Testing
import Vocabulary

/// Code and recordings cannot drift apart: each recorded request is what the steps build today.
struct RecordedRequestsTests {
  /// The request as it stands in a file, behind the remarks.
  static func text(of request: HTTPRequest) -> String {
    let fields = request.fieldsWithHost.map { "\($0.name): \($0.value)\n" }.joined()
    return request.requestLine + "\n" + fields + "\n"
      + String(decoding: request.body, as: UTF8.self)
  }

  static func recorded(_ name: String) throws -> String {
    let data = try Data(contentsOf: RecordingFilesTests.folder.appending(path: name))
    let lines = String(decoding: data, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { $0.hasPrefix("#") }.joined(separator: "\n")
  }

  @Test func `step 2 builds the recorded authorization request, with the guide's challenge`() throws
  {
    let proof = try CodeVerifierStep(source: .given(Guide.verifier)).output()
    let request = try AuthorizationRequest(
      server: .fitbit, client: Guide.client(), scope: Scope(Guide.scope),
      state: State(Guide.state), challenge: proof.challenge
    ).output()
    let second = try Self.recorded("pkce-granted-2-request.http")
    expect(second, is: Self.text(of: request))
    // Verifier and challenge are the guide's.
    expect(second.contains("code_challenge=-4cf-Mzo_qg9-uq0F4QwWhRh4AjcAqNx7SbYVsdmyQM&"))
    let fourth = try Self.recorded("pkce-granted-4-request.http")
    expect(
      fourth.contains("code_verifier=01234567890123456789012345678901234567890123456789&"))
    expect(fourth.contains("Authorization: Basic QUJDMTIzOkRFRjQ1Ng==\n"))
  }

  static let tokenRequests: [(name: String, type: ApplicationType, change: (String, String)?)] = [
    ("pkce-granted-4-request.http", .server, nil),
    ("pkce-granted-public-4-request.http", .client, nil),
    ("pkce-granted-public-4-request.http", .personal, nil),
    (
      "pkce-wrong-verifier-4-request.http", .server,
      ("code_verifier", "Xq0mB4dWcVt8uH1yRk6JzLp3sEoAgN9iFf2TbQ7hMxY")
    ),
    (
      "pkce-wrong-verifier-public-4-request.http", .client,
      ("code_verifier", "Xq0mB4dWcVt8uH1yRk6JzLp3sEoAgN9iFf2TbQ7hMxY")
    ),
    ("pkce-wrong-secret-4-request.http", .server, ("client_secret", "DEF457")),
    (
      "pkce-redirect-mismatch-4-request.http", .server,
      ("redirect_uri", "https://app.example.com/callback/")
    ),
    (
      "pkce-redirect-mismatch-public-4-request.http", .client,
      ("redirect_uri", "https://app.example.com/callback/")
    ),
  ]

  @Test func `step 4 builds every recorded token request`() throws {
    for (name, type, change) in Self.tokenRequests {
      func value(_ parameter: String, _ usual: String) -> String {
        change?.0 == parameter ? change?.1 ?? usual : usual
      }
      let client = try Guide.client(type, secret: value("client_secret", Guide.clientSecret))
      let request = try TokenRequest(
        server: .fitbit, client: client,
        grant: .authorizationCode(
          AuthorizationCode(Guide.code),
          verifier: CodeVerifier(value("code_verifier", Guide.verifier)),
          redirectURI: RedirectURI(value("redirect_uri", Guide.redirectURI)))
      ).output()
      expect(try Self.recorded(name), is: Self.text(of: request), "\(name)")
    }
  }

  @Test func `no recorded request is left out here`() throws {
    let requests = try RecordingLibrary.all().map(\.name).filter { $0.hasSuffix("request.http") }
    let tested =
      Self.tokenRequests.map(\.name) + ["pkce-granted-2-request.http"]
      + OtherRecordedRequestsTests.authorizationRequests.map(\.name)
      + OtherRecordedRequestsTests.tokenRequests.map(\.name)
    expect(Set(requests), is: Set(tested))
  }
}
