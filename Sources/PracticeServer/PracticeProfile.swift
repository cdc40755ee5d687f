/// The side that the practice server takes where Fitbit and the specifications differ.
///
/// A profile selects rules, features, and a form of errors. Each can also be set individually.
public enum PracticeProfile: String, CaseIterable, Hashable, Sendable {
  /// The documented behavior of Fitbit.
  case fitbit
  /// The behavior that the RFCs define where Fitbit differs.
  case rfc

  /// The form of the errors.
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

/// The form of the practice server's errors.
public enum ErrorShape: String, CaseIterable, Hashable, Sendable {
  /// Fitbit's members: `errors` and `success`.
  case fitbit
  /// The members of RFC 6749 §5.2: `error` and `error_description`.
  case rfc6749
  /// Fitbit's members with those of RFC 6749 next to them.
  case both

  /// The form as a client sees it, in one or two sentences.
  public var effect: String {
    switch self {
    case .fitbit: "Errors have Fitbit's form, with errors[].errorType."
    case .rfc6749:
      "Errors have error and error_description. A bad authorization request gets a redirect if its client and "
        + "redirect URI are valid."
    case .both: "Errors have Fitbit's form and also error and error_description."
    }
  }
}
