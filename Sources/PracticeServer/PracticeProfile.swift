/// Whose habits the practice server has where a vendor and the specifications differ.
///
/// A profile is only a choice of rules, features and a form of errors: each of them can be switched by itself.
public enum PracticeProfile: String, CaseIterable, Hashable, Sendable {
  /// As Fitbit is documented to behave.
  case fitbit
  /// As the RFCs say where Fitbit differs.
  case rfc

  /// The form of its errors.
  public var errors: ErrorShape { self == .fitbit ? .fitbit : .rfc6749 }

  /// The features that are on.
  public var features: Set<Feature> {
    switch self {
    case .fitbit: [.crossOrigin]
    case .rfc: Set(Feature.allCases)
    }
  }

  /// The rules that are off.
  public var rulesOff: Set<Rule> {
    switch self {
    case .fitbit: [.publicClientConsent]
    case .rfc: [.oneRefreshToken]
    }
  }
}

/// How the practice server writes an error.
public enum ErrorShape: String, CaseIterable, Hashable, Sendable {
  /// Fitbit's members: `errors` and `success`.
  case fitbit
  /// The members of RFC 6749 §5.2: `error` and `error_description`.
  case rfc6749
  /// Fitbit's members with those of RFC 6749 next to them.
  case both

  /// What a client reads, in a sentence.
  public var effect: String {
    switch self {
    case .fitbit: "Errors come in Fitbit's form, with errors[].errorType."
    case .rfc6749:
      "Errors come as error and error_description; a bad authorization request is answered with a redirect if its "
        + "client and redirect URI are right."
    case .both: "Errors come in Fitbit's form, with error and error_description next to it."
    }
  }
}
