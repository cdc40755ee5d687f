import HTTPMessages
import TestSupport
import Vocabulary

@testable import LiveChannels
@testable import LoopbackHTTP

/// The listener without a port: requests go in, and what the app hears is written down.
final class ListenerRig: Sendable {
  /// What came of a request, and what the app has heard up to then.
  struct Heard {
    let response: HTTPResponse
    let urls: [String]
    let rejections: [RedirectRejection]

    var page: String { String(decoding: response.body, as: UTF8.self) }
  }

  private let listener: RedirectListener
  private let urls = Lock<[String]>([])
  private let rejections = Lock<[RedirectRejection]>([])

  init(
    redirectURI: String = Guide.loopbackRedirectURI, state: String? = "s",
    responseType: String = "code",
    statesMatch: @escaping @Sendable (String, String) -> Bool = { State($0).matches($1) }
  ) {
    var pairs = [Form.Pair("response_type", responseType)]
    if let state { pairs.append(Form.Pair("state", state)) }
    let request = HTTPRequest(method: "GET", url: "https://as.example/?" + Form(pairs).encoded)
    listener = RedirectListener(
      ExpectedRedirect(after: request, at: redirectURI, statesMatch: statesMatch)
    ) { [urls] redirect in
      urls.withLock { $0.append(redirect.url) }
    } report: { [rejections] rejection in
      rejections.withLock { $0.append(rejection) }
    }
  }

  /// What the app hears of a request that the server below refused; a moment passes before it does.
  func reject(_ target: String) async -> [RedirectRejection] {
    listener.hasRejected(
      RejectedRequest(
        request: HTTPRequest(method: "GET", url: "http://127.0.0.1:8089" + target),
        response: HTTPResponse(status: 431), cause: "The header fields are too large."))
    for _ in 0..<20 where rejections.withLock({ $0.isEmpty }) {
      try? await Task.sleep(for: .milliseconds(10))
    }
    return rejections.withLock { $0 }
  }

  func ask(
    _ target: String, method: String = "GET", posting fragment: String? = nil,
    host: String = "127.0.0.1:8089"
  ) async -> Heard {
    let form = fragment.map { Form([Form.Pair("fragment", $0)]).encoded } ?? ""
    let request = HTTPRequest(
      method: method, url: "http://\(host)\(target)",
      fields: [HTTPField("Content-Type", Form.mediaType)], body: Array(form.utf8))
    let response = await listener.response(to: request)
    return Heard(
      response: response, urls: urls.withLock { $0 }, rejections: rejections.withLock { $0 })
  }
}
