extension Parameter {
  /// The same parameter with another value, for hiding a secret.
  public func withValue(_ value: String) -> Parameter {
    Parameter(self, value: value, origin: origin)
  }

  /// The same parameter with another origin, for a value that an earlier step gave.
  public func withOrigin(_ origin: Origin) -> Parameter {
    Parameter(self, value: value, origin: origin)
  }
}
