#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A terminal that hands over each byte as it is typed, while this program waits for a line.
///
/// By itself a terminal keeps a line until Return: up to 1,024 bytes on macOS, and 4,095 on Linux. It loses
/// the rest of a longer paste, and macOS loses Return, too. Echo and signals stay on, unless the line is
/// a secret.
///
/// The terminal is the user's. It is as it was found when the wait is over, when a signal ends the program,
/// and while the program is stopped. There is one wait at a time.
enum OpenLine {
  /// The signals that end a program.
  private static let ending = [
    SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGALRM, SIGTERM, SIGUSR1, SIGUSR2, SIGILL, SIGTRAP, SIGABRT,
    SIGBUS, SIGFPE, SIGSEGV,
  ]

  /// What a signal's handler has to know.
  private struct State {
    /// The terminal; -1 between two waits.
    var descriptor: Int32 = -1
    /// Whether the two modes are known.
    var hasModes = false
    var before = termios()
    var during = termios()
    /// Whether the line is a secret, which is not shown.
    var isHidden = false
    /// What happens to keys that nobody has read: typed around a secret, they are thrown away.
    var action: Int32 { isHidden ? TCSAFLUSH : TCSANOW }
  }

  /// Memory that never moves: a handler may come between any two instructions.
  nonisolated(unsafe) private static let state: UnsafeMutablePointer<State> = {
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    state.initialize(to: State())
    return state
  }()

  nonisolated(unsafe) private static let mutex: UnsafeMutablePointer<pthread_mutex_t> = {
    let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
    return mutex
  }()

  /// What others do about a signal, by its number: Swift itself handles some to show where a program crashed.
  nonisolated(unsafe) private static let others: UnsafeMutablePointer<sigaction> = {
    let count = 1 + Int((ending + [SIGTSTP, SIGCONT]).max() ?? 0)
    let others = UnsafeMutablePointer<sigaction>.allocate(capacity: count)
    others.initialize(repeating: sigaction(), count: count)
    return others
  }()

  /// Waits for a line: opens the terminal, and restores it afterwards.
  ///
  /// - Parameters:
  ///   - descriptor: The input; nothing is done to one that is not a terminal, or while another wait has one.
  ///   - isHidden: Whether nothing that is typed is shown; Ctrl-C is a byte then.
  ///   - body: Takes the line. It calls its argument when the program has come to the foreground.
  /// - Returns: What the body returns.
  /// - Throws: What the body throws.
  static func with<Result, Fault>(
    _ descriptor: Int32, isHidden: Bool = false,
    _ body: (_ reopen: () -> Void) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    guard isatty(descriptor) == 1 else { return try body {} }
    var isFree = false
    exclusively {
      isFree = $0.descriptor < 0
      if isFree { ($0.descriptor, $0.isHidden) = (descriptor, isHidden) }
    }
    guard isFree else { return try body {} }
    var handled = ending.filter { install($0) { OpenLine.leave($0) } }
    if install(SIGTSTP, { OpenLine.stop($0) }) { handled.append(SIGTSTP) }
    if install(SIGCONT, { _ in OpenLine.reopen() }) { handled.append(SIGCONT) }
    reopen()
    defer {
      exclusively {
        restore(&$0)
        $0.descriptor = -1
      }
      for number in handled { uninstall(number) }
    }
    return try body(reopen)
  }

  /// The keys that edit the line here; `nil` if the terminal, or nothing, does that.
  static var keys: LineKeys? {
    var keys: LineKeys?
    exclusively { if $0.hasModes { keys = LineKeys($0.before) } }
    return keys
  }

  /// Puts a handler before what is done about a signal; `false` if it is ignored, as `nohup` wants it.
  private static func install(
    _ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void
  ) -> Bool {
    guard sigaction(number, nil, others + Int(number)) == 0 else { return false }
    let other = signal(number, handler)
    guard unsafeBitCast(other, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) else {
      return true
    }
    uninstall(number)
    return false
  }

  private static func uninstall(_ number: Int32) {
    _ = sigaction(number, others + Int(number), nil)
  }

  /// Opens the terminal if it is this program's at the moment.
  private static func reopen() {
    exclusively { state in
      guard state.descriptor >= 0, isForeground(state.descriptor) else { return }
      if !state.hasModes {
        // One that already hands over bytes was set so on purpose.
        guard tcgetattr(state.descriptor, &state.before) == 0,
          state.isHidden || state.before.c_lflag & tcflag_t(ICANON) != 0
        else { return }
        state.during = opened(state.before, isHidden: state.isHidden)
        state.hasModes = true
      }
      _ = tcsetattr(state.descriptor, state.action, &state.during)
    }
  }

  private static func opened(_ mode: termios, isHidden: Bool) -> termios {
    var mode = mode
    mode.c_lflag &= ~tcflag_t(isHidden ? ICANON | ECHO | ISIG : ICANON)
    // A key that edits is shown as ^X then, and can be wiped out again.
    if mode.c_lflag & tcflag_t(ECHO) != 0 { mode.c_lflag |= tcflag_t(ECHOCTL) }
    withUnsafeMutableBytes(of: &mode.c_cc) { keys in
      keys[Int(VMIN)] = 1
      keys[Int(VTIME)] = 0
    }
    return mode
  }

  private static func restore(_ state: inout State) {
    guard state.descriptor >= 0, state.hasModes else { return }
    state.hasModes = false
    // In the background the terminal belongs to the shell, which has its own settings.
    if isForeground(state.descriptor) {
      _ = tcsetattr(state.descriptor, state.action, &state.before)
    }
  }

  /// Whether this program may read and set a terminal; it may if the terminal controls no program.
  static func isForeground(_ descriptor: Int32) -> Bool {
    let foreground = tcgetpgrp(descriptor)
    return foreground < 0 || foreground == getpgrp()
  }

  /// Restores the terminal, and does about the signal what was done before: the program ends.
  private static func leave(_ number: Int32) {
    exclusively {
      restore(&$0)
      $0.descriptor = -1
    }
    uninstall(number)
    // It comes when this handler returns.
    _ = raise(number)
  }

  /// Restores the terminal for as long as the program is stopped.
  private static func stop(_ number: Int32) {
    let error = errno
    exclusively { restore(&$0) }
    uninstall(number)
    _ = raise(number)
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    // Here it stops, or continues at once if no shell could continue it.
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    _ = signal(number) { OpenLine.stop($0) }
    reopen()
    errno = error
  }

  /// Keeps handlers out: a lock alone would wait indefinitely in a handler that interrupts its holder.
  private static func exclusively(_ body: (inout State) -> Void) {
    var signals = sigset_t()
    var before = sigset_t()
    sigfillset(&signals)
    // The one that keeps a program in the background from setting a terminal has to keep doing it.
    sigdelset(&signals, SIGTTOU)
    pthread_sigmask(SIG_SETMASK, &signals, &before)
    pthread_mutex_lock(mutex)
    body(&state.pointee)
    pthread_mutex_unlock(mutex)
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
