/// The number of descriptors that a server may use, so that the program never runs out of them.
///
/// The program needs some for its own files, for programs that it starts, and for the runtime's
/// timers, which crash the program if they get none.
struct DescriptorBudget: Sendable {
  /// The treatment of a new connection.
  enum Admission {
    case serve
    /// Respond with 503, which also needs a descriptor.
    case reject
    /// Close it without a response.
    case close
  }

  /// The number of descriptors reserved for the rest of the program.
  private static let reserve = 24
  /// The number of connections beyond the limit that still get a 503.
  private static let rejections = 64

  private let connections: Int
  private let rejected: Int
  /// The lowest descriptor reserved for the rest of the program.
  private let reserved: Int

  /// Creates a budget by requesting descriptors from the system.
  ///
  /// - Parameters:
  ///   - connections: The most connections to serve at once.
  ///   - listener: The socket that accepts them.
  /// - Throws: `LoopbackFault.tooFewDescriptors` if not even one connection could be served.
  init(connections: Int, listener: borrowing Socket) throws(LoopbackFault) {
    let wanted = connections + Self.rejections + 4 * Self.reserve
    let allowed = System.allowDescriptors(wanted)
    self.init(connections: connections, allowed: allowed)
    // The poller, created after the listener, uses two.
    guard listener.descriptor + 3 < reserved - rejected else { throw .tooFewDescriptors(allowed) }
  }

  /// Creates a budget for a given number of allowed descriptors.
  init(connections: Int, allowed: Int) {
    self.connections = connections
    reserved = allowed - Self.reserve
    rejected = min(Self.rejections, max(0, reserved) / 8)
  }

  /// Decides how to treat a connection.
  ///
  /// POSIX assigns the lowest free descriptor. So its number shows how many the whole program uses.
  ///
  /// - Parameters:
  ///   - descriptor: The connection's descriptor.
  ///   - number: The number of connections, including this one.
  /// - Returns: The treatment of the connection.
  func admission(of descriptor: Int32, number: Int) -> Admission {
    if descriptor < reserved - rejected, number <= connections { return .serve }
    return descriptor < reserved && number <= connections + Self.rejections ? .reject : .close
  }
}
