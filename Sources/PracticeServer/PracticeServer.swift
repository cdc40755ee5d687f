public import HTTPMessages

/// A strict, readable authorization server that behaves as Fitbit's is documented to behave.
///
/// Request in, response out; the clock and the random generator are passed in. It serves clients in
/// this process and, through a loopback listener, any other client.
public actor PracticeServer {
  /// A response, with the data for the log.
  public struct LoggedResponse: Hashable, Sendable {
    /// The response.
    public var response: HTTPResponse
    /// The outcome in a few words.
    public let summary: String
    /// The rules that are off and would have changed the response.
    public let relaxed: [Rule]
    /// The cause of a rejection or a weakness of the request, or `nil` if none is known.
    public var cause: String?
    /// The delay of the response by a fault, in seconds.
    public var delay: Int64 = 0

    package init(
      response: HTTPResponse, summary: String, relaxed: [Rule], cause: String? = nil,
      delay: Int64 = 0
    ) {
      self.response = response
      self.summary = summary
      self.relaxed = relaxed
      self.cause = cause
      self.delay = delay
    }
  }

  /// The settings of the server.
  public private(set) var configuration: PracticeConfiguration
  /// The response with the metadata, created once.
  private var metadata: HTTPResponse
  /// The values that the server has issued.
  public private(set) var ledger: Ledger
  /// The states of accepted requests, to detect reuse.
  var states = BoundedStore<Bool>()
  /// The challenges of accepted requests, to detect reuse.
  var challenges = BoundedStore<Bool>()
  /// The cookies that identify browsers; they are not in the ledger, so a restart discards them.
  var browsers = BoundedStore<Bool>()
  /// The signed-in users of browsers, by those cookies.
  var accounts = BoundedStore<String>()
  /// The hosts that a request may name.
  private(set) var hosts: OwnHosts
  /// The faults that are on.
  var faults: FaultPlan
  /// The changes made by control.
  var controlled = ControlState()
  private let clock: @Sendable () -> Int64
  private let usersAtStart: (all: [PracticeUser], signedIn: String)
  let randomOctets: @Sendable (Int) -> [UInt8]

  /// Creates a server.
  ///
  /// - Parameters:
  ///   - configuration: The settings.
  ///   - ledger: The values issued in an earlier run.
  ///   - now: The clock, in seconds since 1970-01-01 00:00 UTC.
  ///   - randomOctets: The secure generator, which returns the given number of random bytes.
  public init(
    configuration: PracticeConfiguration, ledger: Ledger = Ledger(),
    now: @escaping @Sendable () -> Int64, randomOctets: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.configuration = configuration
    metadata = Self.metadata(of: configuration)
    hosts = OwnHosts([configuration.baseURL])
    self.ledger = ledger
    faults = FaultPlan(configuration.faults)
    clock = now
    usersAtStart = (configuration.users, configuration.signedIn)
    self.randomOctets = randomOctets
  }

  /// Returns the response to a request.
  public func respond(to request: HTTPRequest) -> LoggedResponse {
    var exchange = PracticeExchange(request: request, rules: RuleBook(off: configuration.rulesOff))
    if let rejection = rejectionOfHost(&exchange) {
      return LoggedResponse(
        response: exchange.finish(rejection), summary: exchange.summary,
        relaxed: exchange.rules.relaxed, cause: exchange.cause)
    }
    if configuration.controlToken != nil, let control = control(&exchange) { return control }
    let isFaulty = !faults.isEmpty
    let delay = isFaulty ? delay(of: exchange) : 0
    var response: HTTPResponse
    if let fault = faultResponse(for: exchange) {
      exchange.summary = "simulated fault"
      response = fault
    } else {
      response = route(&exchange)
      if isFaulty { response = withFaults(response, &exchange) }
    }
    // A script can read errors, too.
    if request.fields.value(of: "Origin") != nil, configuration.features.contains(.crossOrigin),
      response.status != 204, endpoint(of: exchange.path)?.isForScripts == true
    {
      response = response.adding(CrossOrigin.fields)
    }
    return LoggedResponse(
      response: exchange.finish(response), summary: exchange.summary,
      relaxed: exchange.rules.relaxed, cause: exchange.cause, delay: delay)
  }

  private static func metadata(of configuration: PracticeConfiguration) -> HTTPResponse {
    .json(200, PracticeMetadata(configuration: configuration).document)
  }

  /// Sets the URL of the server, once its listener knows the port.
  ///
  /// - Parameters:
  ///   - baseURL: The URL that clients use.
  ///   - listeningAddress: The URL that the server listens on behind a proxy, or `nil` if the same.
  public func move(to baseURL: String, listeningOn listeningAddress: String? = nil) {
    configuration.baseURL = baseURL
    hosts = OwnHosts([baseURL] + (listeningAddress.map { [$0] } ?? []))
    metadata = Self.metadata(of: configuration)
  }

  func endpoint(of path: String) -> Endpoint? { Endpoint(path: path, today: Int(now()) / 86_400) }

  /// Returns the time in seconds since 1970-01-01 00:00 UTC, including the offset set by control.
  func now() -> Int64 { clock() + controlled.clockOffset }

  /// Replaces the users; only control calls it.
  func update(users: [PracticeUser], signedIn: String) {
    configuration.users = users
    configuration.signedIn = signedIn
  }

  /// Restores the initial users; only control calls it.
  func restoreUsers() { update(users: usersAtStart.all, signedIn: usersAtStart.signedIn) }

  /// Discards everything issued; only control calls it.
  func discardAll() {
    ledger = Ledger()
    states = BoundedStore()
    challenges = BoundedStore()
    browsers = BoundedStore()
    accounts = BoundedStore()
  }

  /// Responds to a preflight request, or returns `nil` for any other request.
  private func preflight(_ endpoint: Endpoint, _ exchange: inout PracticeExchange) -> HTTPResponse?
  {
    let fields = exchange.request.fields
    guard exchange.request.method == "OPTIONS", endpoint.isForScripts,
      fields.value(of: "Origin") != nil,
      fields.value(of: "Access-Control-Request-Method") != nil
    else { return nil }
    guard configuration.features.contains(.crossOrigin) else {
      exchange.cause =
        "A script of another origin tried to call this endpoint. practice --with cross-origin allows it."
      return nil
    }
    exchange.summary = "a script of another origin may call"
    return CrossOrigin.preflight(endpoint)
  }

  /// Changes the ledger; only the endpoints call it.
  func update<Result>(_ change: (inout Ledger) -> Result) -> Result { change(&ledger) }

  private func route(_ exchange: inout PracticeExchange) -> HTTPResponse {
    guard let endpoint = endpoint(of: exchange.path) else {
      exchange.summary = "page not found"
      return HTTPResponse.page(404, Page.notFound())
        .adding(pageFields(formTarget: nil, &exchange.rules))
    }
    if let preflight = preflight(endpoint, &exchange) { return preflight }
    // HEAD is GET without the body, which the listener omits (RFC 9110 §9.3.2).
    guard endpoint.methods.contains(exchange.request.method) else {
      exchange.summary = "method not allowed"
      let allowed = HTTPField("Allow", endpoint.methods.joined(separator: ", "))
      return FitbitError(
        "invalid_request", "Method not allowed.", status: 405, reconstructed: true
      ).response(configuration.errors).adding([allowed])
    }
    switch endpoint {
    case .front:
      return HTTPResponse.page(200, Page.front(configuration))
        .adding(pageFields(formTarget: nil, &exchange.rules))
    case .authorize: return authorize(&exchange)
    case .signIn: return signIn(&exchange)
    case .decision: return decide(&exchange)
    case .token: return token(&exchange)
    case .introspect: return introspect(&exchange)
    case .revoke: return revoke(&exchange)
    case .metadata:
      exchange.summary = "metadata"
      return metadata
    case .resource(let resource): return read(resource, &exchange)
    case .unknownResource: return read(nil, &exchange)
    }
  }
}
