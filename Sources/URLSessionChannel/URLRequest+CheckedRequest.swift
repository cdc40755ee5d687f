import Channels
import Foundation
import HTTPMessages

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension URLRequest {
  /// Creates Foundation's form of a request, or `nil` if Foundation would change its URL.
  init?(_ request: CheckedRequest, seconds: Int) {
    guard let url = URL(string: request.complete.url),
      url.absoluteString == request.complete.url
    else { return nil }
    self.init(url: url)
    // Later than the deadline of the exchange, which decides.
    timeoutInterval = Double(seconds) + 5
    httpShouldHandleCookies = false
    httpMethod = request.complete.method
    for field in request.fieldsToSet { setValue(field.value, forHTTPHeaderField: field.name) }
    if !request.complete.body.isEmpty { httpBody = Data(request.complete.body) }
  }
}
