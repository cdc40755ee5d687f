extension Ledger {
  /// Notes that a token is in use, which ends the repeat window of the refresh that gave it.
  mutating func markInUse(_ token: String) {
    guard let predecessor = predecessors[token], var issued = refreshTokens[predecessor],
      issued.successor?.isInUse == false
    else { return }
    issued.successor?.isInUse = true
    refreshTokens.put(issued, under: predecessor)
  }
}
