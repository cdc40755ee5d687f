import Foundation
import HTTPMessages
import Recordings
import TestSupport
import Testing

@testable import Vocabulary

struct GlossaryTests {
  /// A name that occurs in a recording, with its place.
  struct Occurrence: Hashable, CustomStringConvertible {
    let name: String
    let place: Place
    let file: String
    var description: String { "\(name) in \(place), \(file)" }
  }

  private func occurrences(in recording: Recording) throws -> [Occurrence] {
    func found(_ names: [String], _ place: Place) -> [Occurrence] {
      names.map { Occurrence(name: $0, place: place, file: recording.name) }
    }
    let names = recording.message.fields.map(\.name)
    guard recording.name.hasSuffix("response.http") else {
      let request = try recording.message.request()
      return found(names, .requestField)
        + found(request.query?.pairs.map(\.name) ?? [], .authorizationRequest)
        + found(request.form?.pairs.map(\.name) ?? [], .tokenRequest)
    }
    let response = try recording.message.response()
    var all = found(names, .responseField)
    if let location = response.fields.value(of: "Location") {
      let parts = URLParts(location)
      let query = try Form(decoding: parts.query ?? "")
      all += found(query.pairs.map(\.name), .authorizationResponse)
      // Fitbit's #_=_ is no answer; what else stands there is that of the implicit flow.
      let isResponse = parts.fragment.map { $0 != "_=_" } ?? false
      let fragment = try Form(decoding: parts.fragment ?? "").pairs.map(\.name)
      if parts.fragment != nil {
        all +=
          isResponse
          ? found(fragment, .implicitResponse) : found(["#fragment"], .authorizationResponse)
      }
    }
    if response.fields.value(of: "Content-Type")?.hasPrefix("application/json") == true {
      let value = try JSONSerialization.jsonObject(with: Data(response.body))
      all += found(memberPaths(in: value), .tokenResponse)
    }
    return all
  }

  @Test func `every name in every recording is explained where it stands`() throws {
    var count = 0
    for recording in try RecordingLibrary.all() {
      for occurrence in try occurrences(in: recording) {
        let entry = Glossary.entry(
          named: occurrence.name, in: occurrence.place, at: .fitbit)
        expect(entry != nil, "\(occurrence)")
        count += 1
      }
    }
    expect(count > 300)
  }

  @Test func `no name is explained twice in one place of one layer`() {
    expect(Set(Glossary.entries.map(\.place)), is: Set(Place.allCases))
    expect(Glossary.entries.count, is: Place.allCases.count)
    for layer in [Glossary.general] + ServerHabits.all.map(\.glossary) {
      expect(Set(layer.tables.map(\.place)).count, is: layer.tables.count)
      for (place, entries) in layer.tables {
        let isField = place == .requestField || place == .responseField
        let names = entries.map { (isField ? $0.name.lowercased() : $0.name) + ($0.message ?? "") }
        expect(Set(names).count, is: names.count, "\(place)")
      }
    }
  }

  @Test func `every explanation is a sentence with a source, whose section exists`() throws {
    let sections = try SpecificationSections.load()
    for (place, entries) in Glossary.entries {
      for entry in entries {
        expect(entry.meaning.hasSuffix("."), "\(entry.name) in \(place)")
        expect(!entry.reference.document.isEmpty && !entry.reference.heading.isEmpty)
        guard let section = entry.reference.section else { continue }
        let heading = sections.heading(of: section, in: entry.reference.document)
        expect(heading, is: entry.reference.heading, "\(entry.name) in \(place)")
      }
    }
  }

  @Test func `what is a secret is marked as one wherever it stands`() {
    // RFC 6749 §10.3 to §10.5 and RFC 7636 §7.1: tokens, codes, secrets and verifiers.
    let secrets: Set = [
      "random_octets", "code_verifier", "verifier_ascii", "client_secret", "code", "access_token",
      "refresh_token", "Authorization", "Location", "redirect", "token",
      // OpenID Connect Core 1.0 §2: it tells who the user is.
      "id_token", "id_token_hint",
    ]
    for (place, entries) in Glossary.entries where place != .word {
      for entry in entries {
        expect(entry.isSecret, is: secrets.contains(entry.name), "\(entry.name) in \(place)")
      }
    }
  }

  /// The names of the OAuth Parameters registry (RFC 6749 §11.2) that come from a specification known here, by
  /// the messages that they are registered for; and those of answers that are defined elsewhere.
  static let registered: [(place: Place, message: String?, names: String)] = [
    (
      .authorizationRequest, nil,
      """
      client_id response_type redirect_uri scope state code_challenge code_challenge_method nonce display prompt \
      max_age ui_locales claims_locales id_token_hint login_hint acr_values claims registration request request_uri \
      response_mode resource authorization_details dpop_jkt
      """
    ),
    (
      .authorizationResponse, nil,
      "code state error error_description error_uri scope iss session_state"
    ),
    (
      .implicitResponse, nil,
      "access_token token_type expires_in scope state error error_description error_uri id_token session_state iss"
    ),
    (
      .tokenRequest, nil,
      """
      grant_type code redirect_uri client_id client_secret code_verifier refresh_token scope resource audience \
      authorization_details
      """
    ),
    (
      .tokenResponse, nil,
      """
      access_token token_type expires_in refresh_token scope error error_description error_uri id_token \
      session_state issued_token_type authorization_details
      """
    ),
    // RFC 7662 §2.2, and what was registered later.
    (
      .tokenUseResponse, "introspection-response",
      "active scope client_id username token_type exp iat nbf sub aud iss jti cnf act authorization_details"
    ),
    // OpenID Connect Core 1.0 §5.1.
    (
      .tokenUseResponse, "resource-response",
      """
      sub name given_name family_name middle_name nickname preferred_username profile picture website email \
      email_verified gender birthdate zoneinfo locale phone_number phone_number_verified updated_at
      """
    ),
    (.tokenUseResponse, "revocation-response", "error error_description error_uri"),
  ]

  @Test(arguments: registered.indices)
  func `what is registered is explained where it is registered for`(row: Int) {
    let (place, message, names) = Self.registered[row]
    for name in names.split(separator: " ").map(String.init) {
      let entry = Glossary.entry(named: name, in: place, of: message)
      expect(entry?.reference.section != nil, "\(name) in \(place)")
    }
  }

  @Test(arguments: [
    // Fault 15.1: the same name in another message has another section.
    ("token", Place.tokenUseRequest, "introspection-request", Reference.rfc7662("2.1")),
    ("token", .tokenUseRequest, "revocation-request", .rfc7009("2.1")),
    ("endpoint", .insideTheClient, "introspection-request", .rfc7662("2")),
    ("endpoint", .insideTheClient, "revocation-request", .rfc7009("2")),
    ("client_id", .tokenRequest, "refresh-request", .rfc6749("6")),
    ("client_id", .tokenRequest, "token-request", .rfc6749("4.1.3")),
    ("Authorization", .requestField, "resource-request", .rfc6750("2.1")),
    ("Authorization", .requestField, "token-request", .rfc6749("2.3.1")),
    ("Cache-Control", .responseField, "token-response", .rfc6749("5.1")),
    ("Cache-Control", .responseField, "revocation-response", .rfc9111("5.2.2.5")),
    ("Cache-Control", .responseField, "resource-response", .rfc9111("5.2.2.5")),
  ])
  func `a name has the section of its message`(
    name: String, place: Place, message: String, reference: Reference
  ) {
    expect(Glossary.entry(named: name, in: place, of: message)?.reference, is: reference)
  }

  @Test func `names are found by the rules of their place, from which follows who sees a value`() {
    // RFC 9110 §5.1: field names are case-insensitive; RFC 6749 §3.1 has no such rule.
    expect(Glossary.entry(named: "content-type", in: .requestField) != nil)
    expect(
      Glossary.entry(named: "grant_types_supported[]", in: .metadata),
      is: Glossary.entry(named: "grant_types_supported", in: .metadata))
    expect(Glossary.entry(named: "Client_ID", in: .tokenRequest), is: nil)
    expect(Glossary.entry(named: "code_verifier", in: .authorizationRequest), is: nil)
    let unknown = Parameter("x-unknown", "1", in: .responseField, origin: .live)
    expect(unknown.meaning == Glossary.unknown && unknown.reference == nil)
    expect(!unknown.isSecret)
    // RFC 3986 §3.5: a fragment is not sent to the server that the URL names.
    let seen = Parameter("#fragment", "_=_", in: .authorizationResponse, origin: .live).seenBy
    expect(seen?.contains("client"), is: false)
    expect(Place.insideTheClient.seenBy, is: nil)
    expect(Place.authorizationRequest.seenBy?.contains("browser"), is: true)
    expect(Place.tokenRequest.seenBy?.contains("browser"), is: false)
  }
}
