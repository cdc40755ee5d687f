public import HTTPMessages

/// An authorization server that behaves as Fitbit's is documented to behave, strict and readable.
///
/// Request in, response out; the clock and the randomness are passed in. It serves in process, and
/// behind a loopback listener anybody's client.
public actor PracticeServer {
  /// One answer, with what is worth logging about it.
  public struct Answer: Hashable, Sendable {
    /// The response.
    public var response: HTTPResponse
    /// What happened, in a few words.
    public let summary: String
    /// The switched-off rules that would have changed the answer.
    public let relaxed: [Rule]
    /// Why the request was refused, or what is weak about it, in more words than the answer has; `nil` if nothing
    /// is known.
    public var cause: String?
    /// The seconds by which a fault delays it.
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

  /// How the server behaves.
  public private(set) var configuration: PracticeConfiguration
  /// Its metadata, made once.
  private var metadata: HTTPResponse
  /// What it has issued.
  public private(set) var ledger: Ledger
  /// The states and challenges of the requests that were accepted, to tell one that comes again.
  var states = BoundedStore<Bool>()
  var challenges = BoundedStore<Bool>()
  /// The cookies that told browsers apart; the ledger has no place for them, so a restart forgets them.
  var browsers = BoundedStore<Bool>()
  /// The users who were chosen in browsers, by those cookies.
  var accounts = BoundedStore<String>()
  /// The hosts that a request may name.
  private(set) var hosts: OwnHosts
  /// The faults that are switched on.
  var faults: FaultPlan
  /// The changes that control made.
  var controlled = ControlState()
  private let clock: @Sendable () -> Int64
  private let usersAtStart: (all: [PracticeUser], signedIn: String)
  let randomOctets: @Sendable (Int) -> [UInt8]

  /// Sets the server up.
  ///
  /// - Parameters:
  ///   - configuration: How it behaves.
  ///   - ledger: What it issued in an earlier run.
  ///   - now: The clock, in seconds since 1970-01-01 00:00 UTC.
  ///   - randomOctets: The secure generator: so many random bytes.
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

  /// Answers a request.
  public func answer(to request: HTTPRequest) -> Answer {
    var exchange = PracticeExchange(request: request, rules: RuleBook(off: configuration.rulesOff))
    if let rejection = rejectionOfHost(&exchange) {
      return Answer(
        response: exchange.finish(rejection), summary: exchange.summary,
        relaxed: exchange.rules.relaxed, cause: exchange.cause)
    }
    if configuration.controlToken != nil, let control = control(&exchange) { return control }
    let isFaulty = !faults.isEmpty
    let delay = isFaulty ? delay(of: exchange) : 0
    var response: HTTPResponse
    if let fault = faultResponse(for: exchange) {
      exchange.summary = "fault on demand"
      response = fault
    } else {
      response = route(&exchange)
      if isFaulty { response = misguided(response, &exchange) }
    }
    // A script is to read what went wrong as well.
    if request.fields.value(of: "Origin") != nil, configuration.features.contains(.crossOrigin),
      response.status != 204, endpoint(of: exchange.path)?.isForScripts == true
    {
      response = response.adding(CrossOrigin.fields)
    }
    return Answer(
      response: exchange.finish(response), summary: exchange.summary,
      relaxed: exchange.rules.relaxed, cause: exchange.cause, delay: delay)
  }

  private static func metadata(of configuration: PracticeConfiguration) -> HTTPResponse {
    .json(200, PracticeMetadata(configuration: configuration).document)
  }

  /// Says where the server can be reached, once its listener knows the port.
  ///
  /// - Parameters:
  ///   - baseURL: The address that clients use.
  ///   - listeningAddress: The address that it listens on, where a proxy stands before it; `nil` if that is the same.
  public func move(to baseURL: String, listeningOn listeningAddress: String? = nil) {
    configuration.baseURL = baseURL
    hosts = OwnHosts([baseURL] + (listeningAddress.map { [$0] } ?? []))
    metadata = Self.metadata(of: configuration)
  }

  func endpoint(of path: String) -> Endpoint? { Endpoint(path: path, today: Int(now()) / 86_400) }

  /// The server's clock, in seconds since 1970-01-01 00:00 UTC, with what control added to it.
  func now() -> Int64 { clock() + controlled.clockOffset }

  /// Changes who uses the server; only control does.
  func update(users: [PracticeUser], signedIn: String) {
    configuration.users = users
    configuration.signedIn = signedIn
  }

  /// Has the users of the start again; only control does.
  func restoreUsers() { update(users: usersAtStart.all, signedIn: usersAtStart.signedIn) }

  /// Forgets all that was issued; only control does.
  func forgetAll() {
    ledger = Ledger()
    states = BoundedStore()
    challenges = BoundedStore()
    browsers = BoundedStore()
    accounts = BoundedStore()
  }

  /// The answer to a browser that asks whether a script may call; `nil` for any other request.
  private func preflight(_ endpoint: Endpoint, _ exchange: inout PracticeExchange) -> HTTPResponse?
  {
    let fields = exchange.request.fields
    guard exchange.request.method == "OPTIONS", endpoint.isForScripts,
      fields.value(of: "Origin") != nil,
      fields.value(of: "Access-Control-Request-Method") != nil
    else { return nil }
    guard configuration.features.contains(.crossOrigin) else {
      exchange.cause =
        "A script of another origin wants to call this endpoint. practice --with cross-origin lets it."
      return nil
    }
    exchange.summary = "a script of another origin may call"
    return CrossOrigin.preflight(endpoint)
  }

  /// Changes the ledger; only the endpoints do.
  func update<Result>(_ change: (inout Ledger) -> Result) -> Result { change(&ledger) }

  private func route(_ exchange: inout PracticeExchange) -> HTTPResponse {
    guard let endpoint = endpoint(of: exchange.path) else {
      exchange.summary = "no such page"
      return HTTPResponse.page(404, Page.notFound())
        .adding(pageFields(formTarget: nil, &exchange.rules))
    }
    if let preflight = preflight(endpoint, &exchange) { return preflight }
    // HEAD is GET without the body, which the listener leaves out: RFC 9110 §9.3.2.
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
