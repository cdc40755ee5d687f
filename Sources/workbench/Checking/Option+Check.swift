import ClientCheck
import Runs

/// The options of `check`.
extension Option {
  static let checkStage = Option(
    "--stage", "STAGE",
    "the cases of one stage: A honest run, B redirect, C token response, D tokens in use, "
      + "E discovery", words: CheckCase.Stage.allCases.map(\.rawValue))
  static let checkOnly = Option("--only", "IDS", "only A1 and these cases, such as B1,B2")
  static let checkLevel = Option(
    "--level", "LEVEL", "the lowest level: must, should, or all (default)",
    words: ["must", "should", "all"])
  static let checkAppType = Option(
    "--app-type", "TYPE", "register the client without (client, default) or with a secret (server)",
    words: ["client", "server"])
  static let checkDiscover = Option(
    "--discover", nil, "give the client only the issuer, and run stage E")
  static let checkRevoke = Option(
    "--revoke-command", "COMMAND",
    "the command with which your client revokes its tokens, as one argument, for case D9")
  static let checkExpected = Option(
    "--expected", "FILE", "accept the failures that FILE lists, one case ID per line")
  static let checkFormat = Option(
    "--format", "FORMAT", "text (default), json, junit, or markdown",
    words: ["text", "json", "junit", "markdown"])
  static let checkKeep = Option(
    "--keep", "DIR",
    "write the output of the client in failed cases to DIR, secrets hidden; replace earlier files")
  static let checkTimeout = Option(
    "--timeout", "SECONDS", "the time limit of one process (default 15)")
  static let checkJobs = Option("--jobs", "N", "the number of cases at once (default 2)")
  static let checkList = Option("--list", nil, "list the cases and run nothing")
}
