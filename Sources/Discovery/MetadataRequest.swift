public import HTTPMessages
public import Vocabulary

/// Asks a server for the description of itself: RFC 8414 §3.1.
public struct MetadataRequest: BuildingStep {
  /// The request that it builds.
  public typealias Message = HTTPRequest

  /// The server that is to be described.
  public let issuer: IssuerIdentifier
  /// The URL that is asked, one of `issuer.metadataURLs`.
  public let url: String

  /// Sets it up.
  public init(issuer: IssuerIdentifier, url: String) {
    self.issuer = issuer
    self.url = url
  }

  /// What it is called and what it is for.
  public static let heading = StepHeading(
    number: .before, name: "metadata-request", title: "Discover: the request",
    purpose: """
      A server can describe itself: its endpoints and what it supports lie at an address that follows \
      from its issuer identifier. Nothing secret is sent, and nothing is known yet.
      """,
    traffic: "The app sends this to the server directly: the back channel.")

  /// The issuer identifier.
  public var inputs: [Parameter] {
    [Parameter("issuer", issuer.value, in: .metadata, origin: .given)]
  }

  /// Builds the request.
  public func output() throws(StepFailure) -> HTTPRequest {
    HTTPRequest(method: "GET", url: url, fields: [HTTPField("Accept", "application/json")])
  }

  /// Nothing besides the request.
  public func outputs(of output: HTTPRequest) -> [Parameter] { [] }
}
