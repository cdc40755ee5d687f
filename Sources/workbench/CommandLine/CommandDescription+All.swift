import Flows
import Vocabulary

extension CommandDescription {
  static let all: [CommandDescription] = [
    walk, step, lesson, compare, attack, practice, profile, refresh, introspect, revoke, challenge,
    scenarios, servers, doctor, session, glossary, completions, help,
  ]

  static let walk = CommandDescription(
    name: "walk", operands: [], summary: "walk through all steps of a flow in order",
    details: [
      "Shows every request, input and output of the authorization code flow with PKCE, or of another "
        + "flow, and explains it. In dry-run mode nothing is sent: the answers are recordings. In "
        + "practice mode the workbench's practice server really answers, with fresh values each time. In "
        + "live mode a real server does, through your own browser; see also: servers, doctor.",
      "A value of your own stands in the request that is shown. A recording then declines to "
        + "answer, because it was made from another request, and says which parameter differs. The "
        + "practice server answers: with an error if the value is wrong.",
      "--record keeps the messages of a run as .http files, and --replay plays them. Only walk takes "
        + "these two: a single step or a use of the tokens is not recorded.",
    ],
    options: Option.request + [.record, .replay, .pause, .noPause, .outputFile] + Option.output,
    examples: [
      Example("workbench walk", "everything goes well"),
      Example("workbench walk --scenario denied", "the user says no"),
      Example("workbench walk --mode practice", "a server really answers, with fresh values"),
      Example("workbench walk --app-type client", "an app without a client secret"),
      Example("workbench walk --flow implicit", "another flow, with fewer steps"),
      Example("workbench walk --format mermaid", "a sequence diagram of the run"),
      Example("workbench walk --format html --output walk.html", "a page, also for paper"),
      Example("workbench walk --mode live --client-id ID", "for real: at Fitbit, in your browser"),
      Example(
        "workbench walk --mode live --discover https://auth.example.com --client-id ID",
        "at any server that describes itself"),
      Example("workbench walk --format har > walk.har", "for the network panel of a browser"),
      Example("workbench walk --mode practice --record run", "keep the messages, without secrets"),
      Example("workbench walk --replay run", "and walk through them once more"),
    ])

  static let step = CommandDescription(
    name: "step", operands: ["N"], summary: "do one step, 1 to 5",
    details: [
      Flow.stepsOfEach,
      "Takes what it needs from the session, where the steps before it left it, or from the options.",
      "The client secret of a server application is read from WORKBENCH_CLIENT_SECRET, or asked for "
        + "without being shown. It is never an argument, because others can see those.",
    ],
    options: Option.request + [.redirect, .response] + Option.output,
    examples: [
      Example("workbench step 1 --random", "a fresh code verifier and challenge"),
      Example("workbench step 2 --scope 'activity sleep'", "the request for two scopes"),
      Example("workbench step 3 --redirect 'URL'", "read a redirect from your browser"),
      Example("workbench step 5 --response answer.txt", "read a token response of yours"),
    ], operandWords: ["1", "2", "3", "4", "5"],
    operandMeaning: "the number of a step, 1 to 5")

  static let compare = CommandDescription(
    name: "compare", operands: ["[FLOW]", "[FLOW]"],
    summary: "show flows side by side: all four, or two",
    details: [
      "Walks each flow, in dry-run and against the practice server in this process, steals its values, and "
        + "tries what a thief can do with them. What the table says of a flow was read from these runs; only "
        + "the judgement of the standards comes from a list, with its sections.",
      "--format json gives {\"flows\": [{\"flow\", \"title\"}], \"sections\": [{\"title\", \"rows\": [{\"title\", "
        + "\"differs\", \"cells\": [{\"flow\", \"items\": […], \"from\": \"run\" or \"standard\", \"reference\"}]}]}]}.",
    ],
    options: [.comparisonFormat, .stage, .comparisonMode, .outputFile, .color, .help],
    examples: [
      Example("workbench compare", "all four"),
      Example("workbench compare pkce implicit", "two, with the differences marked"),
      Example("workbench compare --stage 4", "the token requests, message beside message"),
      Example("workbench compare --format html --output flows.html", "a page, also for printing"),
      Example("workbench compare --format markdown > flows.md", "for a page of your own"),
    ], operandWords: Flow.allCases.map(\.rawValue),
    operandMeaning: "a flow: " + Flow.names)

  static let attack = CommandDescription(
    name: "attack", operands: ["NAME"], summary: "see an attack without its defence, and with it",
    details: Attack.allCases.map { "\($0.rawValue): \($0.summary)." } + [
      "Each runs at a practice server in this process, and names who did what, in order, and the one check "
        + "that made the difference."
    ],
    options: [.attackFormat, .color, .help],
    examples: Attack.allCases.map { Example("workbench attack \($0.rawValue)", $0.summary) },
    operandWords: Attack.allCases.map(\.rawValue),
    operandMeaning: "an attack: interception, csrf or leak")

  static let practice = CommandDescription(
    name: "practice", operands: [],
    summary: "start an authorization server for your own client, in any language",
    details: [
      "It behaves as Fitbit's is documented to behave, strict, on this machine only: consent page, "
        + "code, refresh with rotation, introspection, revocation, rate limit. What it issued is "
        + "forgotten when it stops.",
      "Every protection is a rule that can be switched off, to see what it stops: --rules lists them.",
      "A fault strikes where it can strike in earnest: gone and slow at every address, "
        + "rate-limited at the token endpoint and the API, not-json and server-error at these and at "
        + "introspection and revocation, conflict at a refresh.",
      "There is one user, and each client has 150 calls an hour for them. So give each learner in a "
        + "room a client of their own with --clients. A file of clients is JSON like this; only a "
        + "server application has a client_secret:",
    ],
    copyable: clientFile, options: Option.server,
    examples: [
      Example("workbench practice", "on http://127.0.0.1:8088"),
      Example("workbench practice --port 0 --auto-approve", "for scripts: any port, no page"),
      Example("workbench practice --without pkce-verified", "see what happens without PKCE"),
      Example("workbench practice --code-lifetime 5", "see a code expire"),
    ])

  /// A file of clients for two learners.
  private static let clientFile = """
    [
      {
        "client_id": "ANNA01",
        "type": "client",
        "redirect_uris": ["http://127.0.0.1:3000/callback"]
      },
      {
        "client_id": "BEN001",
        "type": "server",
        "client_secret": "only-for-practice",
        "redirect_uris": ["http://127.0.0.1:4000/callback"]
      }
    ]
    """.split(separator: "\n").map(String.init)

  static let profile = tokenUse(
    "profile", "call an API with the access token: the user's profile")
  static let refresh = tokenUse(
    "refresh", "exchange the refresh token for a new pair of tokens")
  static let introspect = tokenUse("introspect", "ask the server what the access token stands for")
  static let revoke = tokenUse("revoke", "end the tokens at the server")

  /// The commands after the five steps, which differ in what they ask only.
  private static func tokenUse(_ name: String, _ summary: String) -> CommandDescription {
    CommandDescription(
      name: name, operands: [], summary: summary,
      details: [
        "Takes the tokens from the session. It needs a server that answers: begin with "
          + "workbench walk --mode practice, or with --mode live at a real one."
      ],
      options: Option.output,
      examples: [
        Example("workbench walk --mode practice --no-pause", "get tokens"),
        Example("workbench \(name)", summary),
      ])
  }

  static let challenge = CommandDescription(
    name: "challenge", operands: ["VERIFIER"],
    summary: "derive the code challenge of any code verifier",
    details: [
      "Prints every value between the two. With --compare it says whether a challenge is the right "
        + "one, or which mistake made it; the exit code is 1 when they differ.",
      "A verifier that begins with two hyphens goes behind a lone --.",
    ],
    options: [.compare, .color, .help],
    examples: [
      Example(
        "workbench challenge dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        "the example of RFC 7636, Appendix B"),
      Example(
        "workbench challenge dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk --compare "
          + "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=", "find the mistake"),
    ], operandMeaning: "a code verifier")

  static let scenarios = CommandDescription(
    name: "scenarios", operands: [], summary: "list the recorded cases",
    details: ["Each is a name for --scenario."], options: [.color, .help],
    examples: [Example("workbench scenarios", "all of them, a line each")])

  static let session = CommandDescription(
    name: "session", operands: ["[reset]"], summary: "show what the steps left, or empty it",
    details: [
      "The session holds the values that one step hands to the next, in "
        + "\(SessionStore.defaultPath), readable by you alone. The client secret is never in it."
    ],
    options: [.showSecrets, .session, .color, .help],
    examples: [
      Example("workbench session", "show it"), Example("workbench session reset", "empty it"),
    ], operandWords: ["reset"])

  static let glossary = CommandDescription(
    name: "glossary", operands: ["[NAME]"], summary: "explain a parameter, header field or member",
    details: ["Without a name it explains all of them, by the place where they stand."],
    options: [.glossaryFormat, .color, .help],
    examples: [
      Example("workbench glossary state", "everything that is called state"),
      Example("workbench glossary --format markdown > glossary.md", "all of it, as a page"),
    ])

  static let completions = CommandDescription(
    name: "completions", operands: ["SHELL"], summary: "print completions for bash, zsh or fish",
    details: [], options: [.help],
    examples: [
      Example("source <(workbench completions bash)", "for this bash"),
      Example("workbench completions zsh > ~/.zfunc/_workbench", "for zsh"),
      Example(
        "workbench completions fish > ~/.config/fish/completions/workbench.fish", "for fish"),
    ], operandWords: ["bash", "zsh", "fish"], operandMeaning: "a shell: bash, zsh or fish")

  static let help = CommandDescription(
    name: "help", operands: ["[COMMAND]"],
    summary: "explain a command, or: help json, help exit-codes",
    details: [], options: [.help], examples: [Example("workbench help walk", "explain walk")],
    operandWords: [
      "walk", "step", "lesson", "compare", "attack", "practice", "profile", "refresh", "introspect",
      "revoke",
      "challenge", "scenarios", "servers", "doctor", "session", "glossary", "completions", "help",
    ]
      + HelpTopic.allCases.map(\.rawValue))

  static func named(_ name: String) -> CommandDescription? { all.first { $0.name == name } }
}
