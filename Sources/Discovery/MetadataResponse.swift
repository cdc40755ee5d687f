public import HTTPMessages
public import Vocabulary

/// The response with the metadata of a server (RFC 8414 §3.2).
public struct MetadataResponse: Step {
  /// The largest body that is read, in bytes.
  public static let bodyLimit = 1 << 20

  /// The response as received.
  public let response: HTTPResponse
  /// The server whose metadata was requested.
  public let issuer: IssuerIdentifier
  /// The origin of the response: recorded, practice, live, or given.
  public let origin: Origin
  /// The response from the first URL, which this one completes, or `nil` if there is none.
  private let earlier: HTTPResponse?

  /// Creates a step that reads a metadata response.
  ///
  /// - Parameters:
  ///   - response: The response as received.
  ///   - issuer: The server whose metadata was requested.
  ///   - origin: The origin of the response.
  ///   - earlier: Metadata of the same issuer that lacks an endpoint; its members take precedence.
  public init(
    response: HTTPResponse, issuer: IssuerIdentifier, origin: Origin,
    completing earlier: HTTPResponse? = nil
  ) {
    self.response = response
    self.issuer = issuer
    self.origin = origin
    self.earlier = earlier
  }

  /// Whether this is metadata of the right issuer that lacks an endpoint which every walk needs.
  ///
  /// The second URL, of OpenID Connect Discovery 1.0 §4, may have metadata with that endpoint.
  public var lacksEndpoints: Bool {
    guard let members = try? members(of: response), (try? checkIssuer(members, [])) != nil else {
      return false
    }
    return !Self.neededEndpoints.allSatisfy(members.has)
  }

  /// Whether the response contains no metadata, so that the second URL is worth a request.
  public var hasNoDescription: Bool { (try? members(of: response)) == nil }

  private static let neededEndpoints = ["authorization_endpoint", "token_endpoint"]

  /// The heading of the response: title, purpose, and channel.
  public static let heading = StepHeading(
    number: .before, name: "metadata-response", title: "Metadata response",
    purpose: """
      The metadata contains the URLs of the endpoints. It must name exactly the requested issuer. \
      Otherwise, an attacker could direct the client's secrets to another server.
      """,
    traffic: "Back channel: the server responds directly to the client.")

  /// The issuer whose metadata was requested.
  public var inputs: [Parameter] {
    [Parameter("issuer", issuer.value, in: .metadata, origin: .given)]
  }

  /// Reads the metadata once and returns the server that it describes.
  ///
  /// The step fails with `issuerMismatch` for the metadata of another issuer, and with
  /// `metadataInvalid` for anything else that cannot be used.
  public func run() -> StepRun<AuthorizationServer, ReceivedMessage> {
    let message = ReceivedMessage.response(response)
    let members: ServerMembers
    do throws(StepFailure) { members = try completedMembers() } catch {
      return StepRun(error, message: message)
    }
    let (findings, departures) = (findings(in: members), departures(in: members))
    do throws(StepFailure) {
      try checkIssuer(members, findings)
      let server = try ServerDescription(metadata: members, findings: findings).server(
        named: issuer.value)
      return StepRun(
        server, message: message, outputs: findings, notes: notes(on: members),
        departures: departures)
    } catch {
      return StepRun(error, message: message, departures: departures)
    }
  }

  /// Returns the notes on PKCE, unused members, and completed endpoints.
  private func notes(on members: ServerMembers) -> [Note] {
    var notes: [Note] = completion
    let methods = try? members.strings("code_challenge_methods_supported")
    if methods == nil {
      notes.append(
        .remark(
          "The metadata has no code_challenge_methods_supported. According to RFC 8414 §2, such a "
            + "server does not support PKCE. The workbench uses PKCE anyway, but a server that "
            + "ignores it does not protect the code."
        ))
    } else if methods?.contains("S256") == false {
      notes.append(
        .remark(
          "The server does not list S256 as a challenge method, so it may reject the request."))
    }
    let rest = members.names.filter { !ServerDescription.known.contains($0) }
    if !rest.isEmpty {
      notes.append(
        .remark("Also in the metadata, but not used here: \(rest.joined(separator: ", "))."))
    }
    return notes
  }

  /// Returns the members of the first response, with missing endpoints from this one.
  private func completedMembers() throws(StepFailure) -> ServerMembers {
    let members = try members(of: response)
    guard let earlier else { return members }
    // RFC 8414 §3.3: only metadata of the same issuer may complete the first one.
    try checkIssuer(members, findings(in: members))
    return try self.members(of: earlier)
      .completed(by: members, ServerDescription.known.filter { $0.hasSuffix("_endpoint") })
  }

  private var completion: [Note] {
    guard let earlier, let first = try? members(of: earlier) else { return [] }
    let missing = Self.neededEndpoints.filter { !first.has($0) }.joined(separator: " and ")
    return [
      .remark(
        "The metadata at the first URL has no \(missing). Both documents name the same issuer, so "
          + "the missing endpoints come from this one.")
    ]
  }

  private func members(of response: HTTPResponse) throws(StepFailure) -> ServerMembers {
    guard response.status == 200 else {
      throw failure("The server has no metadata at this URL.", "status \(response.status)")
    }
    guard response.body.count <= Self.bodyLimit else {
      throw failure("The metadata is too large.", "\(response.body.count) bytes")
    }
    guard let value = try? JSONValue(parsing: response.body), case .object(let object) = value
    else { throw failure("The metadata is not a JSON object.", "something else") }
    try ServerDescription.checkRepetition(in: response.body, of: "metadata")
    return ServerMembers(object)
  }

  /// Checks that the issuer is identical; otherwise the metadata must not be used (RFC 8414 §3.3).
  private func checkIssuer(_ members: ServerMembers, _ findings: [Parameter]) throws(StepFailure) {
    let received = try members.string("issuer")
    guard let received, received.utf8.elementsEqual(issuer.value.utf8) else {
      throw StepFailure(
        .issuerMismatch, "The metadata belongs to another issuer.",
        expected: "issuer " + issuer.value,
        received: received.map { "issuer " + $0 } ?? "no issuer",
        why:
          "Every character counts, including a slash at the end. Otherwise, an attacker who can "
          + "publish a document there could get the client's secrets.",
        reference: .rfc8414("3.3"), findings: findings)
    }
  }

  private func failure(_ message: String, _ received: String) -> StepFailure {
    StepFailure(
      .metadataInvalid, message, expected: "status 200 and a JSON object", received: received,
      why: "Without metadata, the URLs of the endpoints are unknown.", reference: .rfc8414("3.2"))
  }

  /// Returns the members that are understood here, as parameters.
  private func findings(in members: ServerMembers) -> [Parameter] {
    ServerDescription.known.compactMap { name in
      members.text(name).map { Parameter(name, $0, in: .metadata, origin: origin) }
    }
  }

  /// Returns the departures from RFC 8414 §2 and §3.2 in metadata that could be read.
  private func departures(in members: ServerMembers) -> [Departure] {
    var found: [Departure] = []
    let type = response.fields.value(of: "Content-Type")
    if type?.lowercased().hasPrefix("application/json") != true {
      let sentence =
        type.map { "The Content-Type of the metadata is \($0), not application/json." }
        ?? "The metadata has no Content-Type. It must be application/json."
      found.append(Departure(sentence, .rfc8414("3.2")))
    }
    if (try? members.strings("response_types_supported")) == nil {
      found.append(
        Departure("response_types_supported is missing, but required.", .rfc8414("2")))
    }
    return found
  }
}
