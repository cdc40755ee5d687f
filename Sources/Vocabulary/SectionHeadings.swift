/// The headings of the sections that the program cites, as in the documents.
///
/// A test compares each with the tables of contents of the specifications.
enum SectionHeadings {
  /// Returns the heading of a section, or `nil` if the program does not cite it.
  static func heading(of section: String, in document: String) -> String? {
    headings[document]?[section]
  }

  private static let headings: [String: [String: String]] = [
    "FIPS 180-4": [
      "6.2": "SHA-256"
    ],
    "OAuth 2.0 Multiple Response Type Encoding Practices": [
      "2.1": "Response Modes"
    ],
    "OpenID Connect Core 1.0": [
      "1": "Introduction",
      "3.1.2.1": "Authentication Request",
      "3.1.2.6": "Authentication Error Response",
      "3.1.3.3": "Successful Token Response",
      "5.1": "Standard Claims",
      "5.2": "Claims Languages and Scripts",
      "5.5": #"Requesting Claims using the "claims" Request Parameter"#,
      "6.1": "Passing a Request Object by Value",
      "6.2": "Passing a Request Object by Reference",
      "7.2.1": #"Providing Information with the "registration" Request Parameter"#,
    ],
    "OpenID Connect Discovery 1.0": [
      "3": "OpenID Provider Metadata"
    ],
    "OpenID Connect Session Management 1.0": [
      "2": "Creating and Updating Sessions"
    ],
    "RFC 10017": [
      "6": "Application Architecture Patterns",
      "6.3.2.1": "The Authorization Code Grant",
      "7.2": "OAuth Implicit Grant",
    ],
    "RFC 3986": [
      "2.1": "Percent-Encoding",
      "3.5": "Fragment",
      "6.2.2.1": "Case Normalization",
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
      "2.3": "Client Authentication",
      "2.3.1": "Client Password",
      "3": "Protocol Endpoints",
      "3.1": "Authorization Endpoint",
      "3.1.1": "Response Type",
      "3.1.2": "Redirection Endpoint",
      "3.1.2.1": "Endpoint Request Confidentiality",
      "3.2": "Token Endpoint",
      "3.2.1": "Client Authentication",
      "3.3": "Access Token Scope",
      "4.1.1": "Authorization Request",
      "4.1.2": "Authorization Response",
      "4.1.2.1": "Error Response",
      "4.1.3": "Access Token Request",
      "4.2": "Implicit Grant",
      "4.2.2": "Access Token Response",
      "4.2.2.1": "Error Response",
      "4.4": "Client Credentials Grant",
      "4.4.2": "Access Token Request",
      "5.1": "Successful Response",
      "5.2": "Error Response",
      "6": "Refreshing an Access Token",
      "7": "Accessing Protected Resources",
      "7.1": "Access Token Types",
      "8.5": "Defining Additional Error Codes",
      "10.1": "Client Authentication",
      "10.2": "Client Impersonation",
      "10.5": "Authorization Codes",
      "10.6": "Authorization Code Redirection URI Manipulation",
      "10.9": "Ensuring Endpoint Authenticity",
      "10.12": "Cross-Site Request Forgery",
      "11.2.2": "Initial Registry Contents",
      "Appendix A": "Augmented Backus-Naur Form (ABNF) Syntax",
      "Appendix B": "Use of application/x-www-form-urlencoded Media Type",
      "Appendix A.5": #""state" Syntax"#,
      "Appendix A.11": #""code" Syntax"#,
      "Appendix A.12": #""access_token" Syntax"#,
      "Appendix A.14": #""expires_in" Syntax"#,
      "Appendix A.17": #""refresh_token" Syntax"#,
    ],
    "RFC 6750": [
      "1.2": "Terminology",
      "2.1": "Authorization Request Header Field",
      "3": "The WWW-Authenticate Response Header Field",
      "3.1": "Error Codes",
      "4": "Example Access Token Response",
      "5.2": "Threat Mitigation",
      "5.3": "Summary of Recommendations",
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
      "7.2": "Protection against Eavesdroppers",
      "Appendix A": "Notes on Implementing Base64url Encoding without Padding",
    ],
    "RFC 7662": [
      "2": "Introspection Endpoint",
      "2.1": "Introspection Request",
      "2.2": "Introspection Response",
      "2.3": "Error Response",
    ],
    "RFC 8252": [
      "7.1": "Private-Use URI Scheme Redirection",
      "7.3": "Loopback Interface Redirection",
      "8.3": "Loopback Redirect Considerations",
    ],
    "RFC 8259": [
      "2": "JSON Grammar",
      "4": "Objects",
    ],
    "RFC 8414": [
      "2": "Authorization Server Metadata",
      "3.2": "Authorization Server Metadata Response",
      "3.3": "Authorization Server Metadata Validation",
    ],
    "RFC 8628": [
      "3.5": "Device Access Token Response",
      "4": "Discovery Metadata",
    ],
    "RFC 8693": [
      "2.1": "Request",
      "2.2.1": "Successful Response",
      "4.1": #""act" (Actor) Claim"#,
    ],
    "RFC 8705": [
      "3.2": "Confirmation Method for Token Introspection",
      "3.3": "Authorization Server Metadata",
      "5": "Metadata for Mutual-TLS Endpoint Aliases",
    ],
    "RFC 8707": [
      "2": "Resource Parameter",
      "2.1": "Authorization Request",
      "2.2": "Access Token Request",
    ],
    "RFC 9068": [
      "2.2": "Data Structure",
      "4": "Validating JWT Access Tokens",
      "6": "Privacy Considerations",
    ],
    "RFC 9110": [
      "6.6.1": "Date",
      "6.6.2": "Trailer",
      "7.2": "Host and :authority",
      "7.4": "Rejecting Misdirected Requests",
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
      "15.4": "Redirection 3xx",
      "15.4.2": "301 Moved Permanently",
      "15.4.3": "302 Found",
      "15.5.2": "401 Unauthorized",
      "15.5.10": "409 Conflict",
      "15.5.11": "410 Gone",
      "15.6": "Server Error 5xx",
      "15.6.1": "500 Internal Server Error",
    ],
    "RFC 9111": [
      "5.1": "Age",
      "5.2": "Cache-Control",
      "5.2.2.5": "no-store",
      "5.3": "Expires",
      "5.4": "Pragma",
      "5.5": "Warning",
    ],
    "RFC 9112": [
      "3": "Request Line",
      "6.1": "Transfer-Encoding",
    ],
    "RFC 9126": [
      "5": "Authorization Server Metadata"
    ],
    "RFC 9207": [
      "2": "Response Parameter iss",
      "2.4": "Validating the Issuer Identifier",
      "3": "Authorization Server Metadata",
    ],
    "RFC 9396": [
      "2": #"Request Parameter "authorization_details""#,
      "5": "Authorization Error Response",
      "6": "Token Request",
      "7": "Token Response",
      "9.2": "Token Introspection",
      "10": "Metadata",
    ],
    "RFC 9449": [
      "5": "DPoP Access Token Request",
      "5.1": "Authorization Server Metadata",
      "8": "Authorization Server-Provided Nonce",
      "10": "Authorization Code Binding to a DPoP Key",
    ],
    "RFC 9700": [
      "2.1": "Protecting Redirect-Based Flows",
      "2.1.1": "Authorization Code Grant",
      "2.1.2": "Implicit Grant",
      "2.2.1": "Access Tokens",
      "2.4": "Resource Owner Password Credentials Grant",
      "2.5": "Client Authentication",
      "2.6": "Other Recommendations",
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
    "RFC 9701": [
      "4": "Requesting a JWT Response",
      "7": "Authorization Server Metadata",
    ],
    "draft-ietf-oauth-v2-1-16": [
      "4.1": "Authorization Code Grant",
      "4.1.1": "Authorization Request",
      "4.2": "Client Credentials Grant",
      "10.1": "Removal of the OAuth 2.0 Implicit grant",
    ],
  ]
}
