/// The number of descriptors that a server may use, so that the program is never left without any.
///
/// A program needs some for its own files, for the programs that it starts, and for the runtime's timers,
/// which end the program if they get none.
struct DescriptorBudget: Sendable {
  /// What the server does with a new connection.
  enum Admission {
    case serve
    /// Answer with 503, which takes a descriptor too.
    case reject
    /// Close it without a word.
    case close
  }

  /// How many descriptors are left to the rest of the program.
  private static let reserve = 24
  /// How many of the connections beyond those that are served get an answer.
  private static let rejections = 64

  private let connections: Int
  private let refused: Int
  /// The first descriptor that stays free for the rest of the program.
  private let reserved: Int

  /// Asks the system for as many as the connections need, and takes what it allows.
  ///
  /// - Parameters:
  ///   - connections: The number of connections that are to be served at once.
  ///   - listener: The socket on which they come.
  /// - Throws: `LoopbackFault.tooFewDescriptors` if not one connection could be served.
  init(connections: Int, listener: borrowing Socket) throws(LoopbackFault) {
    let wanted = connections + Self.rejections + 4 * Self.reserve
    let allowed = System.allowDescriptors(wanted)
    self.init(connections: connections, allowed: allowed)
    // The poller, made after the listener, has two.
    guard listener.descriptor + 3 < reserved - refused else { throw .tooFewDescriptors(allowed) }
  }

  /// Divides a number of descriptors.
  init(connections: Int, allowed: Int) {
    self.connections = connections
    reserved = allowed - Self.reserve
    refused = min(Self.rejections, max(0, reserved) / 8)
  }

  /// Decides about a connection.
  ///
  /// POSIX gives the lowest descriptor that is free, so its number tells how many the whole program uses,
  /// whoever opened them.
  ///
  /// - Parameters:
  ///   - descriptor: Its descriptor.
  ///   - number: How many connections there are with it.
  /// - Returns: What to do.
  func admission(of descriptor: Int32, number: Int) -> Admission {
    if descriptor < reserved - refused, number <= connections { return .serve }
    return descriptor < reserved && number <= connections + Self.rejections ? .reject : .close
  }
}
