/// The reason phrases of the status codes that occur here: RFC 9110 §15.
public enum HTTPStatus {
  /// The phrase for a status code; empty for one that is not in the table.
  public static func reasonPhrase(for status: Int) -> String { phrases[status] ?? "" }

  private static let phrases = [
    200: "OK", 301: "Moved Permanently", 302: "Found", 303: "See Other",
    307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request",
    401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict", 410: "Gone",
    411: "Length Required", 429: "Too Many Requests", 500: "Internal Server Error",
    502: "Bad Gateway", 503: "Service Unavailable",
  ]
}
