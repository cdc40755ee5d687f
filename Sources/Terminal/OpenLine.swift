#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The terminal mode in which each byte is delivered as it is typed, used while waiting for a line.
///
/// By default, a terminal buffers a line until Return: at most 1,024 bytes on macOS, 4,095 on
/// Linux. It loses the rest of a longer paste, and macOS also loses Return. Echo and signals stay
/// on, unless the line is a secret.
///
/// The terminal's previous mode is restored when the wait is over, when a signal ends the program,
/// and while the program is suspended. There is only one wait at a time.
enum OpenLine {
  /// The signals that end a program.
  private static let ending = [
    SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGALRM, SIGTERM, SIGUSR1, SIGUSR2, SIGILL, SIGTRAP, SIGABRT,
    SIGBUS, SIGFPE, SIGSEGV,
  ]

  /// The values that a signal handler needs.
  private struct State {
    /// The terminal; -1 between two waits.
    var descriptor: Int32 = -1
    /// Whether the two modes are known.
    var hasModes = false
    var before = termios()
    var during = termios()
    /// Whether the line is a secret, which is not shown.
    var isHidden = false
    /// The treatment of unread keys, which are discarded if the line is a secret.
    var action: Int32 { isHidden ? TCSAFLUSH : TCSANOW }
  }

  /// The state, at a fixed address: a handler can run between any two instructions.
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

  /// The previous handlers by signal number; Swift itself handles some to report crashes.
  nonisolated(unsafe) private static let others: UnsafeMutablePointer<sigaction> = {
    let count = 1 + Int((ending + [SIGTSTP, SIGCONT]).max() ?? 0)
    let others = UnsafeMutablePointer<sigaction>.allocate(capacity: count)
    others.initialize(repeating: sigaction(), count: count)
    return others
  }()

  /// Runs a closure that reads a line, with the terminal in this mode.
  ///
  /// - Parameters:
  ///   - descriptor: The input, left unchanged if it is not a terminal, or during another wait.
  ///   - isHidden: Whether to switch the echo off; Ctrl-C is then delivered as a byte.
  ///   - body: Reads the line. It calls its argument when the program returns to the foreground.
  /// - Returns: The result of the closure.
  /// - Throws: The error of the closure.
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

  /// The keys that edit the line, or `nil` if this program does not handle editing.
  static var keys: LineKeys? {
    var keys: LineKeys?
    exclusively { if $0.hasModes { keys = LineKeys($0.before) } }
    return keys
  }

  /// Installs a signal handler; returns `false` if the signal is ignored, as under `nohup`.
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

  /// Sets the mode if this program is in the foreground.
  private static func reopen() {
    exclusively { state in
      guard state.descriptor >= 0, isForeground(state.descriptor) else { return }
      if !state.hasModes {
        // A terminal that already delivers single bytes was set so on purpose.
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
    // Echoes editing keys as ^X, so that they can be erased.
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
    // In the background, the terminal belongs to the shell, which has its own settings.
    if isForeground(state.descriptor) {
      _ = tcsetattr(state.descriptor, state.action, &state.before)
    }
  }

  /// Whether this program may read and set a terminal: it is in the foreground, or none is.
  static func isForeground(_ descriptor: Int32) -> Bool {
    let foreground = tcgetpgrp(descriptor)
    return foreground < 0 || foreground == getpgrp()
  }

  /// Restores the terminal and the previous handler, and raises the signal, which ends the program.
  private static func leave(_ number: Int32) {
    exclusively {
      restore(&$0)
      $0.descriptor = -1
    }
    uninstall(number)
    // The signal is delivered when this handler returns.
    _ = raise(number)
  }

  /// Restores the terminal while the program is suspended.
  private static func stop(_ number: Int32) {
    let error = errno
    exclusively { restore(&$0) }
    uninstall(number)
    _ = raise(number)
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    // The program is suspended here, or continues at once if no shell could resume it.
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    _ = signal(number) { OpenLine.stop($0) }
    reopen()
    errno = error
  }

  /// Blocks signals and locks: a handler that interrupts the lock's owner would wait indefinitely.
  private static func exclusively(_ body: (inout State) -> Void) {
    var signals = sigset_t()
    var before = sigset_t()
    sigfillset(&signals)
    // SIGTTOU must still stop a background program from setting a terminal.
    sigdelset(&signals, SIGTTOU)
    pthread_sigmask(SIG_SETMASK, &signals, &before)
    pthread_mutex_lock(mutex)
    body(&state.pointee)
    pthread_mutex_unlock(mutex)
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
