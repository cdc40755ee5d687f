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

    package init(
      response: HTTPResponse, summary: String, relaxed: [Rule], cause: String? = nil
    ) {
      self.response = response
      self.summary = summary
      self.relaxed = relaxed
      self.cause = cause
    }
  }

  /// How the server behaves.
  public private(set) var configuration: PracticeConfiguration
  /// What it has issued.
  public private(set) var ledger: Ledger
  /// The states and challenges of the requests that were accepted, to tell one that comes again.
  var states = BoundedStore<Bool>()
  var challenges = BoundedStore<Bool>()
  /// The cookies that told browsers apart; the ledger has no place for them, so a restart forgets them.
  var browsers = BoundedStore<Bool>()
  /// The hosts that a request may name.
  private(set) var hosts: OwnHosts
  let now: @Sendable () -> Int64
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
    hosts = OwnHosts(baseURL: configuration.baseURL)
    self.ledger = ledger
    self.now = now
    self.randomOctets = randomOctets
  }

  /// Answers a request.
  public func answer(to request: HTTPRequest) -> Answer {
    var exchange = PracticeExchange(request: request, rules: RuleBook(off: configuration.rulesOff))
    if let refusal = refusalOfHost(&exchange) {
      return Answer(
        response: exchange.finish(refusal), summary: exchange.summary,
        relaxed: exchange.rules.relaxed, cause: exchange.cause)
    }
    if let fault = faultResponse(for: exchange) {
      let response = exchange.finish(fault)
      return Answer(
        response: response, summary: "fault on demand", relaxed: exchange.rules.relaxed)
    }
    let response = route(&exchange)
    return Answer(
      response: exchange.finish(response), summary: exchange.summary,
      relaxed: exchange.rules.relaxed, cause: exchange.cause)
  }

  /// Says where the server can be reached, once its listener knows the port.
  public func move(to baseURL: String) {
    configuration.baseURL = baseURL
    hosts = OwnHosts(baseURL: baseURL)
  }

  /// Changes the ledger; only the endpoints do.
  func update<Result>(_ change: (inout Ledger) -> Result) -> Result { change(&ledger) }

  private func route(_ exchange: inout PracticeExchange) -> HTTPResponse {
    guard let endpoint = Endpoint(path: exchange.path) else {
      exchange.summary = "no such page"
      return HTTPResponse.page(404, Page.notFound())
        .adding(pageFields(formTarget: nil, &exchange.rules))
    }
    // HEAD is GET without the body, which the listener leaves out: RFC 9110 §9.3.2.
    guard endpoint.methods.contains(exchange.request.method) else {
      exchange.summary = "method not allowed"
      let allowed = HTTPField("Allow", endpoint.methods.joined(separator: ", "))
      return FitbitError.request("Method not allowed.", reconstructed: true)
        .response(status: 405).adding([allowed])
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
    case .metadata: return metadata(&exchange)
    case .resource(let resource): return read(resource, &exchange)
    }
  }
}
