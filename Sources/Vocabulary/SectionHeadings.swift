/// The headings of the sections that the program cites, as the documents themselves have them.
///
/// A test holds each against the tables of contents of the specifications.
enum SectionHeadings {
  /// The heading of a section; `nil` if it is not cited anywhere here.
  static func heading(of section: String, in document: String) -> String? {
    headings[document]?[section]
  }

  private static let headings: [String: [String: String]] = [
    "FIPS 180-4": [
      "6.2": "SHA-256"
    ],
    "OpenID Connect Core 1.0": [
      "3.1.2.1": "Authentication Request"
    ],
    "RFC 3986": [
      "2.1": "Percent-Encoding",
      "3.5": "Fragment",
    ],
    "RFC 4648": [
      "4": "Base 64 Encoding",
      "5": "Base 64 Encoding with URL and Filename Safe Alphabet",
    ],
    "RFC 6265": [
      "4.1": "Set-Cookie"
    ],
    "RFC 6585": [
      "4": "429 Too Many Requests"
    ],
    "RFC 6749": [
      "1.1": "Roles",
      "1.3": "Authorization Grant",
      "1.3.1": "Authorization Code",
      "1.4": "Access Token",
      "1.5": "Refresh Token",
      "1.7": "HTTP Redirections",
      "2.1": "Client Types",
      "2.2": "Client Identifier",
      "2.3.1": "Client Password",
      "3": "Protocol Endpoints",
      "3.1": "Authorization Endpoint",
      "3.1.1": "Response Type",
      "3.1.2": "Redirection Endpoint",
      "3.2": "Token Endpoint",
      "3.2.1": "Client Authentication",
      "3.3": "Access Token Scope",
      "4.1.2": "Authorization Response",
      "4.1.2.1": "Error Response",
      "4.1.3": "Access Token Request",
      "4.2.2": "Access Token Response",
      "4.2.2.1": "Error Response",
      "4.4": "Client Credentials Grant",
      "5.1": "Successful Response",
      "5.2": "Error Response",
      "6": "Refreshing an Access Token",
      "7": "Accessing Protected Resources",
      "7.1": "Access Token Types",
      "10.1": "Client Authentication",
      "10.5": "Authorization Codes",
      "10.6": "Authorization Code Redirection URI Manipulation",
      "10.9": "Ensuring Endpoint Authenticity",
      "10.12": "Cross-Site Request Forgery",
      "Appendix B": "Use of application/x-www-form-urlencoded Media Type",
    ],
    "RFC 6750": [
      "1.2": "Terminology",
      "3": "The WWW-Authenticate Response Header Field",
      "3.1": "Error Codes",
      "4": "Example Access Token Response",
    ],
    "RFC 6797": [
      "6.1": "Strict-Transport-Security HTTP Response Header Field"
    ],
    "RFC 7009": [
      "2": "Token Revocation",
      "2.1": "Revocation Request",
      "2.2": "Revocation Response",
      "2.2.1": "Error Response",
    ],
    "RFC 7617": [
      "2": "The 'Basic' Authentication Scheme"
    ],
    "RFC 7636": [
      "1": "Introduction",
      "4.1": "Client Creates a Code Verifier",
      "4.2": "Client Creates the Code Challenge",
      "4.3": "Client Sends the Code Challenge with the Authorization Request",
      "4.5": "Client Sends the Authorization Code and the Code Verifier to the Token Endpoint",
      "4.6": "Server Verifies code_verifier before Returning the Tokens",
      "7.1": "Entropy of the code_verifier",
    ],
    "RFC 7662": [
      "2": "Introspection Endpoint",
      "2.2": "Introspection Response",
      "2.3": "Error Response",
    ],
    "RFC 8252": [
      "7.3": "Loopback Interface Redirection"
    ],
    "RFC 8259": [
      "4": "Objects"
    ],
    "RFC 8414": [
      "2": "Authorization Server Metadata",
      "3.2": "Authorization Server Metadata Response",
      "3.3": "Authorization Server Metadata Validation",
    ],
    "RFC 9110": [
      "6.6.1": "Date",
      "6.6.2": "Trailer",
      "7.2": "Host and :authority",
      "7.6.1": "Connection",
      "7.6.3": "Via",
      "7.8": "Upgrade",
      "8.3": "Content-Type",
      "8.4": "Content-Encoding",
      "8.5": "Content-Language",
      "8.6": "Content-Length",
      "8.7": "Content-Location",
      "8.8.2": "Last-Modified",
      "8.8.3": "ETag",
      "10.1.5": "User-Agent",
      "10.2.1": "Allow",
      "10.2.2": "Location",
      "10.2.3": "Retry-After",
      "10.2.4": "Server",
      "11.6.1": "WWW-Authenticate",
      "11.6.2": "Authorization",
      "11.6.3": "Authentication-Info",
      "11.7.1": "Proxy-Authenticate",
      "12.5.1": "Accept",
      "12.5.3": "Accept-Encoding",
      "12.5.4": "Accept-Language",
      "12.5.5": "Vary",
      "14.3": "Accept-Ranges",
      "14.4": "Content-Range",
      "15.5.2": "401 Unauthorized",
      "15.5.11": "410 Gone",
      "15.6": "Server Error 5xx",
    ],
    "RFC 9111": [
      "5.1": "Age",
      "5.2": "Cache-Control",
      "5.3": "Expires",
      "5.4": "Pragma",
      "5.5": "Warning",
    ],
    "RFC 9112": [
      "6.1": "Transfer-Encoding"
    ],
    "RFC 9126": [
      "5": "Authorization Server Metadata"
    ],
    "RFC 9207": [
      "2": "Response Parameter iss",
      "2.4": "Validating the Issuer Identifier",
      "3": "Authorization Server Metadata",
    ],
    "RFC 9700": [
      "2.1.1": "Authorization Code Grant",
      "2.1.2": "Implicit Grant",
      "2.2.1": "Access Tokens",
      "2.5": "Client Authentication",
      "4.1.3": "Countermeasures",
      "4.2.4": "Countermeasures",
      "4.3.2": "Access Token in Browser History",
      "4.5.2": "Discussion",
      "4.5.3.1": "PKCE",
      "4.7.1": "Countermeasures",
      "4.8.2": "Countermeasures",
      "4.11.2": "Authorization Server as Open Redirector",
      "4.14.2": "Recommendations",
      "4.16": "Clickjacking",
    ],
    "draft-ietf-oauth-v2-1-16": [
      "4.1": "Authorization Code Grant",
      "4.1.1": "Authorization Request",
      "4.2": "Client Credentials Grant",
      "10.1": "Removal of the OAuth 2.0 Implicit grant",
    ],
  ]
}
