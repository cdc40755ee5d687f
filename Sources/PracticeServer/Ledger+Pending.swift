extension Ledger {
  /// The page that was opened last, with its one-time value.
  var newestPending: (token: String, pending: PendingRequest)? {
    pending.newest.map { (token: $0.key, pending: $0.value) }
  }
}
