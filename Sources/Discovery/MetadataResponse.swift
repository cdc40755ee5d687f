public import HTTPMessages
public import Vocabulary

/// Reads a server's description of itself: RFC 8414 §3.2.
public struct MetadataResponse: Step {
  /// The largest document that is read, in bytes.
  public static let bodyLimit = 1 << 20

  /// The answer as it came.
  public let response: HTTPResponse
  /// The server that was asked.
  public let issuer: IssuerIdentifier
  /// Where the answer comes from.
  public let origin: Origin
  /// The description at the first address, which this one completes; `nil` if it is not needed.
  private let earlier: HTTPResponse?

  /// Sets it up.
  ///
  /// - Parameters:
  ///   - response: The answer as it came.
  ///   - issuer: The server that was asked.
  ///   - origin: Where the answer comes from.
  ///   - earlier: A description of the same issuer that lacks an endpoint; what it says counts first.
  public init(
    response: HTTPResponse, issuer: IssuerIdentifier, origin: Origin,
    completing earlier: HTTPResponse? = nil
  ) {
    self.response = response
    self.issuer = issuer
    self.origin = origin
    self.earlier = earlier
  }

  /// Whether it is a description of the right server that lacks an endpoint which every walk needs.
  ///
  /// OpenID Connect Discovery 1.0 §4 has a second address, whose description may have it.
  public var lacksEndpoints: Bool {
    guard let members = try? members(of: response), (try? checkIssuer(members, [])) != nil else {
      return false
    }
    return !Self.neededEndpoints.allSatisfy(members.has)
  }

  /// Whether there is no description at all, so that the second address may have one.
  public var hasNoDescription: Bool { (try? members(of: response)) == nil }

  private static let neededEndpoints = ["authorization_endpoint", "token_endpoint"]

  /// What it is called and what it is for.
  public static let heading = StepHeading(
    number: .before, name: "metadata-response", title: "Discover: the answer",
    purpose: """
      Where the endpoints are. The document must name the very issuer that was asked, or somebody could \
      send the app's secrets to another server.
      """,
    traffic: "The server answers the app directly: the back channel.")

  /// The issuer identifier that was asked.
  public var inputs: [Parameter] {
    [Parameter("issuer", issuer.value, in: .metadata, origin: .given)]
  }

  /// Reads the description once, and takes the server from it.
  ///
  /// The step stops with `issuerMismatch` at the description of another server, with `metadataInvalid`
  /// at anything else that cannot be used.
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

  /// What else the document holds.
  private func notes(on members: ServerMembers) -> [Note] {
    var notes: [Note] = completion
    let methods = try? members.strings("code_challenge_methods_supported")
    if methods == nil {
      notes.append(
        .remark(
          "The document names no code_challenge_methods_supported. RFC 8414 §2: then the server does not "
            + "support PKCE, as far as it says. PKCE is used all the same; a server that ignores it does "
            + "not protect the code by it."))
    } else if methods?.contains("S256") == false {
      notes.append(
        .remark("The server does not name S256 among its challenge methods, and may refuse it."))
    }
    let rest = members.names.filter { !ServerDescription.known.contains($0) }
    if !rest.isEmpty {
      notes.append(.remark("Also there, and not used here: \(rest.joined(separator: ", "))."))
    }
    return notes
  }

  /// The members, with those of the first description before those of this one.
  private func completedMembers() throws(StepFailure) -> ServerMembers {
    let members = try members(of: response)
    guard let earlier else { return members }
    // RFC 8414 §3.3: only a description of the very same issuer may add to another.
    try checkIssuer(members, findings(in: members))
    return try self.members(of: earlier)
      .completed(by: members, ServerDescription.known.filter { $0.hasSuffix("_endpoint") })
  }

  private var completion: [Note] {
    guard let earlier, let first = try? members(of: earlier) else { return [] }
    let missing = Self.neededEndpoints.filter { !first.has($0) }.joined(separator: " and ")
    return [
      .remark(
        "The description at the first address has no \(missing). Both descriptions name the same issuer, so "
          + "the endpoints that the first one lacks are taken from this one.")
    ]
  }

  private func members(of response: HTTPResponse) throws(StepFailure) -> ServerMembers {
    guard response.status == 200 else {
      throw failure("The server has no description of itself there.", "status \(response.status)")
    }
    guard response.body.count <= Self.bodyLimit else {
      throw failure("The description is too large.", "\(response.body.count) bytes")
    }
    guard let value = try? JSONValue(parsing: response.body), case .object(let object) = value
    else { throw failure("The description is no JSON object.", "something else") }
    try ServerDescription.checkRepetition(in: response.body)
    return ServerMembers(object)
  }

  /// RFC 8414 §3.3: identical, or nothing in the document may be used.
  private func checkIssuer(_ members: ServerMembers, _ findings: [Parameter]) throws(StepFailure) {
    let received = try members.string("issuer")
    guard let received, received.utf8.elementsEqual(issuer.value.utf8) else {
      throw StepFailure(
        .issuerMismatch, "The description is not that of the server that was asked.",
        expected: "issuer " + issuer.value,
        received: received.map { "issuer " + $0 } ?? "no issuer",
        why:
          "Every character counts, a slash at the end too: whoever can put a document of their own "
          + "there would get the app's secrets.",
        reference: .rfc8414("3.3"), findings: findings)
    }
  }

  private func failure(_ message: String, _ received: String) -> StepFailure {
    StepFailure(
      .metadataInvalid, message, expected: "status 200 and a JSON object", received: received,
      why: "Without it the addresses of the endpoints are not known.", reference: .rfc8414("3.2"))
  }

  /// What the document says of the members that are known here.
  private func findings(in members: ServerMembers) -> [Parameter] {
    ServerDescription.known.compactMap { name in
      members.text(name).map { Parameter(name, $0, in: .metadata, origin: origin) }
    }
  }

  /// Where the description departs from RFC 8414 §2 and §3.2, though it could be read.
  private func departures(in members: ServerMembers) -> [Departure] {
    var found: [Departure] = []
    let type = response.fields.value(of: "Content-Type")
    if type?.lowercased().hasPrefix("application/json") != true {
      found.append(
        Departure(
          "The description comes as \(type ?? "nothing named"), and not as application/json.",
          .rfc8414("3.2")))
    }
    if (try? members.strings("response_types_supported")) == nil {
      found.append(
        Departure("response_types_supported is missing, which is required.", .rfc8414("2")))
    }
    return found
  }
}
