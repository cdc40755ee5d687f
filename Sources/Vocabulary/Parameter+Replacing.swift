extension Parameter {
  /// The same parameter with another name and value, for hiding a secret in either.
  public func replacing(name: String, value: String) -> Parameter {
    Parameter(self, name: name, value: value, origin: origin)
  }

  /// The same parameter with another origin, for a value that an earlier step gave.
  public func withOrigin(_ origin: Origin) -> Parameter {
    Parameter(self, name: name, value: value, origin: origin)
  }
}
