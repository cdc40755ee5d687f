/// The limits on what a server accepts, in size and time (RFC 9110 §2.3 and §5.4, RFC 9112 §3).
public struct LoopbackLimits: Sendable, Hashable {
  /// The most bytes in a request line, including its line end; a longer one gets 414.
  public var requestLine: Int
  /// The most bytes in the header section, and in the trailer section; more get 431.
  public var headerSection: Int
  /// The most header fields in a request; more get 431.
  public var fields: Int
  /// The most bytes in a body; more get 413.
  public var body: Int
  /// The time from a request's first byte until it must be complete; a later one gets 408.
  public var requestArrival: Duration
  /// The time in which a client must receive a response; then the connection is closed.
  public var responseDeparture: Duration
  /// The time for which a connection may stay open without a request.
  public var idle: Duration
  /// The most connections served at once; another one gets 503.
  public var connections: Int

  /// Creates limits; the defaults suit a server for programs on the same machine.
  public init(
    requestLine: Int = 8 << 10, headerSection: Int = 32 << 10, fields: Int = 100,
    body: Int = 1 << 20, requestArrival: Duration = .seconds(10),
    responseDeparture: Duration = .seconds(30), idle: Duration = .seconds(60),
    connections: Int = 2000
  ) {
    self.requestLine = requestLine
    self.headerSection = headerSection
    self.fields = fields
    self.body = body
    self.requestArrival = requestArrival
    self.responseDeparture = responseDeparture
    self.idle = idle
    self.connections = connections
  }
}
