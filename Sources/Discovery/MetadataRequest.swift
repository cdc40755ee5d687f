public import HTTPMessages
public import Vocabulary

/// The request for the metadata of a server (RFC 8414 §3.1).
public struct MetadataRequest: BuildingStep {
  /// The GET request for one of the metadata URLs.
  public typealias Message = HTTPRequest

  /// The server whose metadata is requested.
  public let issuer: IssuerIdentifier
  /// The URL of the request, one of `issuer.metadataURLs`.
  public let url: String

  /// Creates a request for the metadata of an issuer.
  public init(issuer: IssuerIdentifier, url: String) {
    self.issuer = issuer
    self.url = url
  }

  /// The heading of the request: title, purpose, and channel.
  public static let heading = StepHeading(
    number: .before, name: "metadata-request", title: "Metadata request",
    purpose: """
      A server can publish metadata: its endpoints, and what it supports. The issuer identifier \
      determines the URL. The request contains nothing secret.
      """,
    traffic: "Back channel: the client sends this request directly to the server.")

  /// The issuer identifier, as given.
  public var inputs: [Parameter] {
    [Parameter("issuer", issuer.value, in: .metadata, origin: .given)]
  }

  /// Returns a GET request that accepts JSON.
  public func output() throws(StepFailure) -> HTTPRequest {
    HTTPRequest(method: "GET", url: url, fields: [HTTPField("Accept", "application/json")])
  }

  /// Returns no outputs: the request contains everything.
  public func outputs(of output: HTTPRequest) -> [Parameter] { [] }
}
