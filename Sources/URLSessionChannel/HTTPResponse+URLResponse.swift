import Foundation
import HTTPMessages

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension HTTPResponse {
  /// Creates a response with its fields sorted by name, since `URLSession` loses their order.
  init(_ response: HTTPURLResponse, body: [UInt8]) {
    let fields = response.allHeaderFields.compactMap { name, value in
      (name as? String).map {
        HTTPField($0, "\(value)".trimmingCharacters(in: .whitespaces))
      }
    }
    self.init(
      status: response.statusCode,
      fields: fields.sorted { ($0.name.lowercased(), $0.value) < ($1.name.lowercased(), $1.value) },
      body: body)
  }
}
