import Testing

/// An expression that makes a sentence read as translated, and the plain words for it.
struct Wording: CustomTestStringConvertible {
  /// A regular expression for lines of text; case is ignored, except for doc comments.
  let pattern: String
  /// The words to write instead.
  let instead: String
  /// Contexts in which the expression is right: quoted text, contracts, and literal meanings.
  var allowed: [String] = []
  /// Whether only the first lines of doc comments are searched.
  var isForDocComments: Bool { pattern.hasPrefix("^ */// ") }

  var testDescription: String { pattern }

  init(_ pattern: String, _ instead: String, allowed: [String] = []) {
    self.pattern = pattern
    self.instead = instead
    self.allowed = allowed
  }

  /// The expressions to avoid, in the order of the house style.
  static let avoided: [Wording] = [
    Wording(#"\b(stands?|stood)\b"#, #"is, appears, goes; "stands for": means, represents"#),
    Wording(
      #"\bbehind (the|it|them|its|that|which|here|every|others|client_id|back(slashes|ticks)"#
        + #"|a (lone|backslash|number|challenge))\b|\bbehind `"#,
      "after; in the query, in the fragment; next to"),
    Wording(#"([^e]|[^r]e|[^e]re) (is|are|was) none\b"#, "is not one"),
    Wording(
      #"([^e]|[^r]e|[^e]re) (is|are|was|were) no ([a-km-z]|l[a-np-z])"#,
      "is not a …, is not …"),
    Wording(#"\bwhoever\b"#, "anyone who, an attacker who"),
    Wording(
      #"\b(nobody|somebody|everybody|anybody)\b"#,
      "no one, someone, everyone, anyone; an attacker; the passive",
      // A recorded value, and an unknown client.
      allowed: ["planted-by-somebody-else", "--client-id NOBODY"]),
    Wording(
      #"\b(what|where|when|that|them|it|which|as) one (can|has|does|should|may|learns|reads"#
        + #"|still)\b|\bone (can|should|has to)\b"#,
      "you, or the passive",
      // One flow of four.
      allowed: ["Which one should you"]),
    Wording(
      #"\b(by|for) who (has|leads)\b|\. Who stole\b|\| who (has|wants)\b|: who (asks|names)\b"#,
      "anyone who, someone who"),
    Wording(#"\bmend(s|ed|ing)?\b"#, "fix"),
    Wording(#"\bfor ever\b"#, "indefinitely, for years"),
    Wording(#"\bshall\b"#, "should, must, or the plain present"),
    Wording(
      #"\bpeculiar"#, "quirk",
      // A member of server files.
      allowed: ["\"peculiarities\""]),
    Wording(#"\bblanks\b|\b(a|one|no|each) blank([^a-z ]| [^l]|$)"#, "space"),
    Wording(#"\banew\b|\bonce more\b"#, "again, a new …"),
    Wording(#"\b(go|goes|going|went) on\b"#, "continues, keeps …ing"),
    Wording(#"\b(came|comes?) of\b"#, "result, outcome, what happened"),
    Wording(#"\bon (its|the|their) way\b"#, "in transit, in between"),
    Wording(#"\ball the same\b"#, "anyway, still"),
    Wording(#"\bthe way (there|it goes)\b"#, #"the connection; "to see it succeed""#),
    Wording(#"\b(second|next|refused) (try|tries)\b"#, "attempt"),
    Wording(#"\bbesides\b"#, "also, in addition to, other than"),
    Wording(#"\bbeside\b"#, "next to, with, alongside"),
    Wording(
      #"\bopens? (nothing|anything|everything|no user|the user|its scope|only its|just what"#
        + #"|one thing)\b"#,
      "gives access to"),
    Wording(#"\bdead\b|\bdies\b"#, "revoked, expired, invalid"),
    Wording(
      #"\bends? (all|the|these|those|its|every)( [a-z]+)? tokens?\b|\btokens? (ends?|ended"#
        + #"|has ended)\b|\bended the tokens\b"#,
      "revoke (the server does it), expire (time does it)"),
    Wording(#"\bgives? (out |a |no |the )*(new )*(refresh |access )*tokens?\b"#, "issues, returns"),
    Wording(#"\bhold(s|ing)? [a-z ]*against\b|\bheld against\b"#, "compare with, check against"),
    Wording(
      #"\btaken for\b|\btakes [a-z]+( [a-z]+)? for (the|equal|what)\b"#,
      "mistaken for, treated as"),
    Wording(#"\b(server|Fitbit|guide|specification|it|Google|which) wants\b"#, "requires, expects"),
    Wording(#"\bhears? (nothing|of)\b"#, "is not told, does not learn"),
    Wording(
      #"\bto be (tried|read|recognised|replaced|switched|mended|copied|built)\b"#,
      #"an active verb: "turn one off with""#),
    Wording(#"\b(reads?|reading|read|pasted|hashed|built) along\b"#, "watch; too"),
    Wording(
      #"\b(is|are|be|was|been) (not |already )?there(\.|,|:|;| yet| twice| already|"|$)"#,
      "exists, is present, is missing, was given twice"),
    Wording(#"\b(lies|lie|lay) (in|on|beside|at|unless)\b"#, "is, is stored, is found"),
    Wording(#"\b(laid|lays)( [a-z]+)? down\b"#, "defined in, defines"),
    Wording(#"\blooks? (whether|who)\b"#, "check whether, check who"),
    Wording(#"\bexclude each other\b"#, "cannot be used together"),
    Wording(#"\b(is|are) not known\b"#, "unknown, not documented"),
    Wording(#"\b(this|that) very\b|\bvery issuer\b"#, "this, exactly that"),
    Wording(
      #"\bso many (bytes|random|seconds|digits|characters|descriptors|calls|are)\b"#,
      "the given number of, at most N"),
    Wording(#"\bas (it|they) (came|come|stands?|goes?)\b"#, "as received, as sent, unchanged"),
    Wording(#"\bwhat came\b"#, "the response, what was received"),
    Wording(#"\bin the place of\b"#, "instead of"),
    Wording(#"\bgets? (to see|at)\b"#, "sees, can see; gets access to"),
    Wording(#"\b(that|who|it|session) began\b"#, "started"),
    Wording(
      #"\b(code|state|verifier|challenge|secret|one|that|URI|request|mistake|table"#
        + #"|registration|fingerprint|value) of (step|lesson) [0-9]"#,
      "from step N, in lesson N"),
    Wording(#"\bin earnest\b|\bin so many words\b|\bown hands\b"#, "drop it"),
    Wording(
      #"\b(colour|neighbour|behaviour|defence|recognis|practis|organis|judgement)"#,
      "American spelling, as in the RFCs and in `--color`"),
    Wording(#"\bthie(f|ves)\b"#, "attacker"),
    Wording(#"\bweb site"#, "website"),
    Wording(#"\bin brackets\b"#, "in parentheses"),
    Wording(
      #"^ */// (What|Where|How|Who|Whom|Which|When)\b"#,
      "a noun phrase or a verb (see Doc comments)"),
    Wording(
      #"^ */// (Sets (it|the [a-z]+) up|What it is called and what it is for"#
        + #"|Builds the request|What was read|Walks the flow)\.$"#,
      "delete it, or say what the name does not"),
  ]
}
