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

/// Whether somebody can be asked, and how the text will look.
struct TerminalCheck {
  let surroundings: Surroundings
  let style: TextStyle

  var checkup: Checkup {
    let console = surroundings.console
    guard console.isInteractive else {
      return Checkup(
        "terminal", .note,
        "input or output is none, so nobody is asked for anything: give --no-pause, and the client secret in "
          + "WORKBENCH_CLIENT_SECRET")
    }
    let columns = console.columns.map { "\($0) columns" } ?? "width unknown"
    return Checkup("terminal", .ok, "\(columns), \(style.usesColor ? "colours" : "no colours")")
  }
}

/// Which program would open the browser.
struct BrowserCheck {
  let environment: [String: String]

  var checkup: Checkup {
    guard let opener = BrowserOpening.opener(in: environment) else {
      return Checkup(
        "browser", .note,
        "nothing here opens one: open the printed URL yourself, on any machine, and paste the address at "
          + "which it ends")
    }
    return Checkup("browser", .ok, "\(opener) opens it")
  }
}

/// Whether the program for the network lies beside this one.
struct NetworkProgramCheck {
  let path: String

  var checkup: Checkup {
    access(path, X_OK) == 0
      ? Checkup("network program", .ok, "it lies beside this one")
      : Checkup(
        "network program", .fix,
        "workbench-network does not lie beside this program: build it with swift build, or copy both"
      )
  }
}

/// Whether a client secret is in the environment; never which.
struct SecretCheck {
  let environment: [String: String]

  var checkup: Checkup {
    guard let secret = environment["WORKBENCH_CLIENT_SECRET"], !secret.isEmpty else {
      return Checkup(
        "client secret", .note,
        "WORKBENCH_CLIENT_SECRET is not set: a server application is asked for it")
    }
    // A line break in the variable is one of the commonest reasons for invalid_client.
    guard !secret.contains(where: \.isWhitespace) else {
      return Checkup(
        "client secret", .fix,
        "WORKBENCH_CLIENT_SECRET holds blanks or line breaks: set it without them")
    }
    return Checkup("client secret", .ok, "WORKBENCH_CLIENT_SECRET is set, without blanks")
  }
}

/// Whether the clock can be right: certificates and lifetimes are judged by it.
struct ClockCheck {
  /// The present, in seconds since 1970-01-01 00:00 UTC.
  let now: Int64

  /// 2026-01-01 00:00 UTC: this program is no older.
  private static let earliest: Int64 = 1_767_225_600

  var checkup: Checkup {
    let time = UTCTime(secondsSince1970: now).text
    guard now >= Self.earliest else {
      return Checkup(
        "clock", .fix, "it says \(time), which is before this program was made: set it")
    }
    return Checkup("clock", .ok, "it says \(time); --network compares it with the server's")
  }
}
