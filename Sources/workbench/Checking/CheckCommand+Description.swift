import Runs

extension CheckCommand {
  static let name = "check"
  static let description = CommandDescription(
    name: name, group: .prove, isFeatured: true, operands: ["[COMMAND]", "[...]"],
    summary: "run your client against honest and hostile servers",
    details: [
      "For each case it starts a practice server, runs COMMAND in a new folder, and plays the user and the "
        + "browser. It then says from the server's log whether the client held. Paths of existing files in "
        + "COMMAND become absolute. A program that must be built is built before.",
      "The client gets its settings from the environment: WORKBENCH_ISSUER, "
        + "_AUTHORIZATION_ENDPOINT, _TOKEN_ENDPOINT, _REVOCATION_ENDPOINT, _API, _CLIENT_ID, "
        + "_CLIENT_SECRET, _REDIRECT_URI, _SCOPE, and _TOKEN_FILE. In COMMAND, {issuer}, {client_id}, and "
        + "the others are replaced by the same values.",
      "The client opens the authorization URL with the program in BROWSER, with the system's own, or prints "
        + "it. It listens at the redirect URI, keeps its tokens in the token file, and reads the profile.",
      "A1, an honest run, always comes first. The exit code is 1 if a case fails, or if a case of level must is "
        + "not reached.",
    ],
    options: [
      .checkStage, .checkOnly, .checkLevel, .checkAppType, .checkDiscover, .checkRevoke,
      .checkExpected, .checkFormat, .checkKeep, .checkTimeout, .checkJobs, .checkList, .color,
      .help,
    ],
    examples: [
      .init("workbench check --list", "list the cases"),
      .init("workbench check -- python3 client.py", "check a client"),
      .init("workbench check --only B1,B2 -- python3 client.py", "check two cases"),
      .init(
        "workbench check --revoke-command 'python3 client.py revoke' -- python3 client.py",
        "check the revocation too"),
    ],
    isOperandChecked: false, operandMeaning: "the command that starts your client")
}
