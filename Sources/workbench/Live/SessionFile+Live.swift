import Transcript

extension SessionFile {
  /// The file in which the last tokens of a real server are kept when another authorization begins.
  private var previous: SessionFile { SessionFile(path: path + ".previous") }

  /// The session from which a live walk goes on: what describes the application is still good.
  func readBeforeLiveWalk() throws(Complaint) -> Session {
    let session = try read()
    return session.mode == .live ? session : Session()
  }

  /// Keeps tokens that a real server issued, before another authorization takes their place.
  ///
  /// The user may say no this time, and the refresh token of last time would be lost.
  func keepTokensAside(_ surroundings: Surroundings) throws(Complaint) {
    let session = try read()
    guard session.mode == .live, session.values["refresh_token"] != nil else { return }
    try previous.write(session)
    surroundings.console.hint("The tokens so far are kept in \(previous.path)\n")
  }

  /// Removes what was kept.
  func removeTokensAside() throws(Complaint) {
    try AtomicFile(path: previous.path).remove()
  }
}
