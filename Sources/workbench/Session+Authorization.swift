import Vocabulary

extension Session {
  /// Forgets the values of the last authorization, and keeps what describes the application.
  mutating func beginAuthorization() {
    let lasting = ["client_id", "redirect_uri", "scope", "application_type"]
    usesRandomValues = false
    values = values.filter { lasting.contains($0.key) }
      .mapValues { Value(value: $0.value, origin: $0.origin, step: 0) }
  }

  /// The application type that an option chose.
  var applicationType: String? {
    get { values["application_type"]?.value }
    set {
      values["application_type"] = newValue.map { Value(value: $0, origin: .given, step: 0) }
    }
  }
}
