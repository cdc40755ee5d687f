import Runs

extension CheckCommand {
  static let name = "check"
  static let description = CommandDescription(
    name: name, group: .prove, isFeatured: true, operands: ["[COMMAND]", "[...]"],
    endsOptions: true,
    summary: "run your client against honest and hostile servers",
    details: [
      "For most cases, check starts a practice server, runs COMMAND in a new folder, and plays the "
        + "user and the browser. The server's log, the output, and the files show whether the "
        + "client passed. Some cases run COMMAND several times, in the same folder or in a new one. "
        + "A word of COMMAND that names an existing file and has a slash or a period becomes an "
        + "absolute path. Build your program first.",
      "The client gets its settings from the environment: WORKBENCH_ISSUER, "
        + "WORKBENCH_AUTHORIZATION_ENDPOINT, WORKBENCH_TOKEN_ENDPOINT, "
        + "WORKBENCH_REVOCATION_ENDPOINT, WORKBENCH_API, WORKBENCH_CLIENT_ID, "
        + "WORKBENCH_REDIRECT_URI, WORKBENCH_SCOPE, and WORKBENCH_TOKEN_FILE. "
        + "WORKBENCH_CLIENT_SECRET is set with --app-type server, and the three ..._ENDPOINT "
        + "variables are not set with --discover. In COMMAND, check replaces {issuer}, {client_id}, "
        + "and the others with the same values.",
      "The client opens the authorization URL with the program in BROWSER, with the system's "
        + "own, or prints it and flushes the output (for Python, check sets PYTHONUNBUFFERED). It "
        + "listens at the redirect URI, keeps its tokens in the token file, and reads the profile "
        + "at WORKBENCH_API. It must end by itself when something fails, with a message, and its "
        + "own time limits must be shorter than --timeout.",
      "A1, an honest run, always comes first. The exit code is 1 if a case fails, or if a case "
        + "of level must is not reached. Level practice: no specification requires it of every client, but deployed "
        + "clients need it.",
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
