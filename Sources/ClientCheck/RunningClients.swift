import LoopbackHTTP
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The processes that run now, so that an interrupted check leaves none of them behind.
public enum RunningClients {
  private struct State {
    var processes: Set<Int32> = []
    /// Whether the check was interrupted: a process that starts now ends at once.
    var isInterrupted = false
  }

  private static let running = Lock(State())

  /// Starts one process at a time: two at once could inherit each other's pipes.
  static func start(
    _ body: () throws(SystemFault) -> (Int32, ClientOutput)
  ) throws(SystemFault) -> (Int32, ClientOutput) {
    let result: Result<(Int32, ClientOutput), SystemFault> = running.withLock { state in
      do throws(SystemFault) {
        let started = try body()
        state.processes.insert(started.0)
        if state.isInterrupted { kill(-started.0, SIGKILL) }
        return .success(started)
      } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// Ends the group of a process that has ended, and forgets it.
  ///
  /// Its children, if it left some, are in the group. The number of the process stays its own until
  /// its status is read: no signal of this check can reach another program.
  ///
  /// - Parameter process: The process.
  /// - Returns: Its status; `nil` while it runs.
  static func end(of process: Int32) -> Int32? {
    running.withLock { state in
      var info = siginfo_t()
      guard waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT) == 0,
        info.si_signo == SIGCHLD
      else { return nil }
      kill(-process, SIGKILL)
      state.processes.remove(process)
      return ProgramStart.end(of: process)
    }
  }

  /// Kills every process group that a check started.
  public static func killAll() {
    running.withLock {
      $0.isInterrupted = true
      for process in $0.processes { kill(-process, SIGKILL) }
    }
  }
}

/// Processes that left the group of the client.
enum Strays {
  /// Kills and names the processes whose environment contains the folder of a run.
  ///
  /// - Parameters:
  ///   - folder: The folder of the run.
  ///   - isLeft: Whether the output is still open.
  /// - Returns: A name for each; one general entry if the system hides their environments.
  static func found(with folder: String, isLeft: Bool) -> [String] {
    let found = Platform.processes(with: folder)
    for stray in found { kill(stray.process, SIGKILL) }
    return found.isEmpty
      ? isLeft ? ["a process that still runs"] : []
      : found.map { "\($0.name) (\($0.process)), which was ended" }
  }
}
