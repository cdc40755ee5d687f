/// Whether a client secret is in the environment; never which.
struct SecretCheck {
  let environment: [String: String]

  var checkup: Checkup {
    guard let secret = environment["WORKBENCH_CLIENT_SECRET"], !secret.isEmpty else {
      return Checkup(
        "client secret", .note,
        "WORKBENCH_CLIENT_SECRET is not set: a server application is asked for it")
    }
    // A line break in the variable is one of the commonest reasons for invalid_client.
    guard !secret.contains(where: \.isWhitespace) else {
      return Checkup(
        "client secret", .fix,
        "WORKBENCH_CLIENT_SECRET holds blanks or line breaks: set it without them")
    }
    return Checkup("client secret", .ok, "WORKBENCH_CLIENT_SECRET is set, without blanks")
  }
}
