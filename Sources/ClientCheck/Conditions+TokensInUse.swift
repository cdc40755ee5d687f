import HTTPMessages

extension Condition {
  /// One refresh and one more call.
  static let refreshesOnce = Condition(
    "one refresh or a new authorization, and a repeated API call", isPatient: true
  ) { observation in
    let count = observation.refreshes.count
    if let name = observation.refreshes.first?.form.repeatedNames.first {
      return .failed("\(Harmless.line(name)) more than once in the refresh (RFC 6749 §3.2)")
    }
    if let exposed = observation.exposedRefresh { return exposed }
    if count == 0, observation.visits.count > 1, !observation.profileReads.isEmpty {
      return .passed("The client asked the user again.")
    }
    guard count == 1 else { return .failed(count == 0 ? "no refresh" : "\(count) refreshes") }
    if observation.refreshes.first?.status != 200 {
      return .failed(observation.lastEvent, advice: correctRefresh)
    }
    return completes.judge(observation)
  }.after(.calledAPI)

  /// The advice for a refresh that the server rejects without a poison.
  fileprivate static let correctRefresh =
    "Correct the refresh: a POST with a form of grant_type and refresh_token, and with the same client "
    + "authentication as the token request, or client_id."

  /// The client gives up after one refresh.
  static let stopsRefreshing = Condition(
    "at most one refresh, one repeated call, a message, and an exit code other than 0",
    isPatient: true
  ) { observation in
    let calls = observation.tokenCalls.count
    let refreshes = observation.refreshes.count
    // A client may ask the user again, once, and try with the token of that transaction.
    let most = observation.visits.count > 1 ? 3 : 2
    guard refreshes <= 1, calls <= most, observation.visits.count <= 2 else {
      return .failed(
        "refreshes: \(refreshes), API calls: \(calls), authorizations: "
          + "\(observation.visits.count)")
    }
    return endsClearly.judge(observation)
  }.after(.calledAPI)

  /// A 403 leads to no refresh.
  static let noRefresh = Condition(
    "no refresh, and at most two API calls", isPatient: true
  ) { observation in
    let count = observation.refreshes.count
    guard count == 0 else { return .failed(count == 1 ? "a refresh" : "\(count) refreshes") }
    let calls = observation.tokenCalls.count
    return calls <= 2 ? .passed() : .failed("\(calls) API calls")
  }.after(.calledAPI)

  /// The second refresh sends the token of the first.
  static let usesNewToken = Condition(
    "the next refresh sends the new refresh token", isPatient: true
  ) { observation in
    observation.secondRefresh { first, second in
      if second == first { return .failed("the old refresh token again") }
      return observation.refreshTokens.contains(second)
        ? .passed() : .failed("a refresh token that the server did not issue")
    }
  }.after(.refreshed)

  /// The second refresh sends the same token.
  static let usesOldToken = Condition(
    "the next refresh sends the same refresh token", isPatient: true
  ) { observation in
    observation.secondRefresh { first, second in
      second == first ? .passed() : .failed("another refresh token")
    }
  }.after(.refreshed)
}

extension Condition {
  /// After a refresh without a response, this run or the next one gets a token, without a crash.
  static let recovers = Condition(
    "the profile or a new transaction in the next run, after at most two refreshes and no crash",
    isPatient: true
  ) { observation in
    let lost = observation.refreshes.filter { $0.turn == 0 }
    guard lost.count <= 2 else { return .failed("\(lost.count) refreshes in one run") }
    for process in observation.processes {
      let succeeds = observation.profileReads.contains { $0.turn == process.turn }
      // A client that waits for the user has started a new transaction.
      let asksUser = process.turn > 0 && observation.visits.contains { $0.turn == process.turn }
      let judgment = end(of: process, succeeds: succeeds || asksUser, mayStay: succeeds || asksUser)
      guard judgment.verdict == .passed else { return judgment }
    }
    if observation.profileReads.contains(where: { $0.turn > 0 }) { return .passed() }
    return observation.laterVisits > 0
      ? .passed("The client asked the user again.") : .failed(observation.lastEvent)
  }.after(.refreshed)

  /// Two refreshes at once cost the user at most one new authorization, and later runs work.
  static let losesOneFamilyAtMost = Condition(
    "a later run that reads the profile, after at most one new authorization and no crash",
    isPatient: true
  ) { observation in
    if observation.storesNoTokens { return .notReached("The client stores no tokens.") }
    if let crash = observation.processes.map({ end(of: $0, succeeds: true, mayStay: true) })
      .first(where: { $0.verdict == .failed })
    {
      return crash
    }
    guard observation.laterVisits <= 1 else {
      return .failed("\(observation.laterVisits) new authorizations")
    }
    guard observation.profileReads.contains(where: { $0.turn == 2 }) else {
      return .failed("a later run did not read the profile: \(observation.lastEvent)")
    }
    return .passed(observation.laterVisits == 0 ? "" : "The user had to authorize again.")
  }.after(.refreshed)

  /// A revocation that was not processed is repeated, or the user learns about it.
  static let revokesAgainOrSays = Condition(
    "another revocation, or a message and an exit code other than 0", isPatient: true
  ) { observation in
    let process = observation.processes.last { $0.turn == 1 }
    guard let process else { return .notReached("The revoke command never ran.") }
    let requests = observation.revocations
    guard let first = requests.first else {
      return .notReached(
        "The revoke command sent no revocation request."
          + (process.lastLine.map { " Its last line: \($0)" } ?? ""))
    }
    guard let token = first.form.value(of: "token"), observation.secrets.contains(token) else {
      return .failed("a revocation without a token of this client")
    }
    let isRepeated = requests.contains { request in
      request.status == 200 && request.form.value(of: "token") == token
    }
    if isRepeated { return .passed("The client tried again.") }
    return end(
      of: process, succeeds: false, saysSomething: observation.saysSomething(in: process.turn))
  }
}

extension Observation {
  /// Whether the second run began with a new transaction.
  fileprivate var asksUserFirst: Bool {
    let refresh = refreshes.first { $0.turn == 1 }?.at ?? .seconds(3600)
    return visits.contains { $0.turn == 1 && $0.at < refresh }
  }

  /// Whether the second run began with a new transaction, because there was nothing to read.
  fileprivate var storesNoTokens: Bool {
    asksUserFirst && processes.first?.tokenFileMode == nil
  }

  /// The new transactions after the first turn.
  fileprivate var laterVisits: Int { visits.filter { $0.turn > 0 }.count }

  /// Compares the refresh tokens of two processes in one folder.
  fileprivate func secondRefresh(_ compare: (String, String) -> Judgment) -> Judgment {
    if refreshes.contains(where: { $0.form.value(of: "refresh_token") == nil }) {
      return .failed("a refresh without refresh_token")
    }
    func token(_ refresh: Exchange?) -> String? { refresh?.form.value(of: "refresh_token") }
    let early = refreshes.filter { $0.turn == 0 }
    guard !early.isEmpty else { return .notReached("The first run did not refresh.") }
    // A library can try two kinds of client authentication.
    guard let first = token(early.first { $0.status == 200 }) else {
      return .notReached("The server rejected the first refresh.", advice: Condition.correctRefresh)
    }
    guard let second = token(refreshes.first { $0.turn == 1 }), !asksUserFirst else {
      if laterVisits == 0 { return .failed("no refresh in the second run") }
      // RFC 6749 §6 does not require a client to store its tokens.
      return storesNoTokens
        ? .notReached("The client stores no tokens.")
        : .failed("the second run asked the user again, although there is a token file")
    }
    return compare(first, second)
  }
}
