import HTTPMessages

extension PracticeServer {
  /// The answer that a fault on demand gives; `nil` where it does not strike.
  ///
  /// `slow` is the listener's doing.
  func faultResponse(for exchange: PracticeExchange) -> HTTPResponse? {
    guard let fault = configuration.fault, fault.strikes(endpoint(of: exchange.path)) else {
      return nil
    }
    switch fault {
    case .gone:
      return FitbitError(
        "system", "This API has been turned off.", status: 410, reconstructed: true
      ).response(configuration.errors)
    case .rateLimited: return tooManyCalls()
    case .slow: return nil
    case .notJSON:
      return .page(400, "<html><head><title>400 Bad Request</title></head><body></body></html>")
    case .conflict:
      // Nobody who asks for the first tokens can meet a refresh of their own.
      guard exchange.form?.value(of: "grant_type") == "refresh_token" else { return nil }
      return FitbitError(
        "system", "The request conflicts with another one.", status: 409, reconstructed: true
      ).response(configuration.errors)
    case .serverError:
      return FitbitError("system", "Internal Server Error", status: 500, reconstructed: true)
        .response(configuration.errors)
    }
  }
}
