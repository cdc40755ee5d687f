/// Whether a client secret is in the environment; never which.
struct SecretCheck {
  let environment: [String: String]

  var finding: Finding {
    guard let secret = environment["WORKBENCH_CLIENT_SECRET"], !secret.isEmpty else {
      return Finding(
        "client secret", .noteworthy,
        "WORKBENCH_CLIENT_SECRET is not set: a server application is asked for it")
    }
    // A line break in the variable is one of the commonest reasons for invalid_client.
    guard !secret.contains(where: \.isWhitespace) else {
      return Finding(
        "client secret", .wanting,
        "WORKBENCH_CLIENT_SECRET holds blanks or line breaks: set it without them")
    }
    return Finding("client secret", .fine, "WORKBENCH_CLIENT_SECRET is set, without blanks")
  }
}
