import HTTPMessages

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A response in a line of JSON.
package struct NetworkResponse: Hashable, Sendable, Codable {
  private let status: Int
  private let fields: [NetworkField]
  private let body: Data

  init(_ response: HTTPResponse) {
    status = response.status
    fields = response.fields.map(NetworkField.init)
    body = Data(response.body)
  }

  var response: HTTPResponse {
    HTTPResponse(status: status, fields: fields.map(\.field), body: Array(body))
  }
}
