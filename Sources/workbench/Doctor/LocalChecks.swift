import HTTPMessages
import Runs
import Terminal
import Transcript

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Checks whether the program can prompt, and reports the width and color.
struct TerminalCheck {
  let surroundings: Surroundings
  let style: TextStyle

  var checkup: Checkup {
    let console = surroundings.console
    guard console.isInteractive else {
      return Checkup(
        "terminal", .note,
        "input or output is not a terminal, so you will not be prompted: use --no-pause, and set "
          + "WORKBENCH_CLIENT_SECRET")
    }
    let columns = console.columns.map { "\($0) columns" } ?? "width unknown"
    return Checkup("terminal", .ok, "\(columns), \(style.usesColor ? "color" : "no color")")
  }
}

/// Finds the program that opens the browser.
struct BrowserCheck {
  let environment: [String: String]

  var checkup: Checkup {
    guard let opener = BrowserOpening.opener(in: environment) else {
      return Checkup(
        "browser", .note,
        "none found: open the printed URL on any machine, then paste the final URL")
    }
    return Checkup("browser", .ok, "\(opener) opens the URL")
  }
}

/// Checks that the network program is in the same folder as this one.
struct NetworkProgramCheck {
  let path: String

  var checkup: Checkup {
    access(path, X_OK) == 0
      ? Checkup("network program", .ok, "found next to this program")
      : Checkup(
        "network program", .fix,
        "workbench-network is not next to this program: build it with swift build, or copy both"
      )
  }
}

/// Checks the client secret in the environment without printing it.
struct SecretCheck {
  let environment: [String: String]

  var checkup: Checkup {
    guard let secret = environment["WORKBENCH_CLIENT_SECRET"], !secret.isEmpty else {
      return Checkup(
        "client secret", .note,
        "WORKBENCH_CLIENT_SECRET is not set: live mode needs it only if the client has a secret"
      )
    }
    // A line break in the variable often causes invalid_client.
    guard !secret.contains(where: \.isWhitespace) else {
      return Checkup(
        "client secret", .fix,
        "WORKBENCH_CLIENT_SECRET contains spaces or line breaks: remove them")
    }
    return Checkup("client secret", .ok, "WORKBENCH_CLIENT_SECRET is set and has no spaces")
  }
}

/// Checks that the clock is plausible, since certificates and lifetimes depend on it.
struct ClockCheck {
  /// The current time, in seconds since 1970-01-01 00:00 UTC.
  let now: Int64

  /// 2026-01-01 00:00 UTC, before this program was released.
  private static let earliest: Int64 = 1_767_225_600

  var checkup: Checkup {
    let time = UTCTime(secondsSince1970: now).text
    guard now >= Self.earliest else {
      return Checkup(
        "clock", .fix, "\(time) is before this program was released: set the clock")
    }
    return Checkup("clock", .ok, "\(time); --network compares it with the server's")
  }
}
