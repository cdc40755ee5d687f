/// How much and how long a server puts up with: RFC 9112 §2.3 and §3, RFC 9110 §5.4 ask for limits.
public struct LoopbackLimits: Sendable, Hashable {
  /// The bytes of a request line with its line end; a longer one gets 414.
  public var requestLine: Int
  /// The bytes of all header lines together, and again of all trailer lines; more get 431.
  public var headerSection: Int
  /// The number of header fields; more get 431.
  public var fields: Int
  /// The bytes of a body; more get 413.
  public var body: Int
  /// The time in which a request must have arrived whole, from its first byte on; then 408.
  public var requestArrival: Duration
  /// The time in which the client must have taken an answer whole; then it is cut off.
  public var responseDeparture: Duration
  /// The time that a connection may stay open without a request.
  public var idle: Duration
  /// The number of connections served at once; one more gets 503.
  public var connections: Int

  /// Sets limits; the defaults suit a server for one's own programs.
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
