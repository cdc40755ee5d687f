extension Ledger {
  /// The consent page that was opened last, with its one-time value.
  var newestPending: (token: String, consent: PendingConsent)? {
    pending.newest.map { (token: $0.key, consent: $0.value) }
  }
}
