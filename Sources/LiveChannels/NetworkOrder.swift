package import Channels
package import HTTPMessages

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A request on its way to the program for the network, one line of JSON.
package struct NetworkOrder: Hashable, Sendable, Codable {
  private let method: String
  private let url: String
  private let fields: [NetworkField]
  private let body: Data
  /// How long the answer may take, and how large it may be.
  package let limits: BackChannelLimits

  /// Puts a request on its way.
  package init(_ request: HTTPRequest, limits: BackChannelLimits) {
    method = request.method
    url = request.url
    fields = request.fields.map(NetworkField.init)
    body = Data(request.body)
    self.limits = limits
  }

  /// The request.
  package var request: HTTPRequest {
    HTTPRequest(method: method, url: url, fields: fields.map(\.field), body: Array(body))
  }
}
