/// The only user of the practice server, always signed in; `prompt=login` asks all the same.
enum PracticeUser {
  /// The identifier, in the form of Fitbit's.
  static let identifier = "2PRACT"
  /// The name on the consent page and in the profile.
  static let name = "Robin Practice"
}
