import HTTPMessages

extension PracticeServer {
  /// The answer that a fault on demand gives; `nil` for an ordinary one.
  ///
  /// The front page stays, so that one sees what is switched on; `slow` is the listener's doing.
  func faultResponse(for request: HTTPRequest) -> HTTPResponse? {
    guard let fault = configuration.fault else { return nil }
    let path = URLParts(request.url).path
    guard path != "/", path != "" else { return nil }
    switch fault {
    case .gone:
      return FitbitError(
        "system", "This API has been turned off.", status: 410, reconstructed: true
      ).response()
    case .rateLimited: return tooManyCalls()
    case .slow: return nil
    case .notJSON:
      return .page(400, "<html><head><title>400 Bad Request</title></head><body></body></html>")
    case .conflict:
      return FitbitError(
        "system", "The request conflicts with another one.", status: 409, reconstructed: true
      ).response()
    case .serverError:
      return FitbitError("system", "Internal Server Error", status: 500, reconstructed: true)
        .response()
    }
  }
}
