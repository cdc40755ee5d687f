import HTTPMessages
import LoopbackHTTP

/// Answers with the request, or in a way that the path names.
struct TestHandler: HTTPHandler {
  func response(to request: HTTPRequest) async -> HTTPResponse {
    switch URLParts(request.url).path {
    case "/slow":
      try? await Task.sleep(for: .milliseconds(300))
      return HTTPResponse(status: 200, body: Array("slow".utf8))
    case "/large": return HTTPResponse(status: 200, body: [UInt8](repeating: 0x61, count: 32 << 20))
    default:
      let body = String(decoding: request.body, as: UTF8.self)
      let text = "\(request.method) \(URLParts(request.url).path) \(body)"
      return HTTPResponse(status: 200, body: Array(text.utf8))
    }
  }
}
