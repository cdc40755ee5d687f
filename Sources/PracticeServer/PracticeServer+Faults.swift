import HTTPMessages

extension PracticeServer {
  /// Returns the response of a simulated fault, or `nil` if none affects the request.
  func faultResponse(for exchange: PracticeExchange) -> HTTPResponse? {
    guard !faults.isEmpty else { return nil }
    let endpoint = endpoint(of: exchange.path)
    // A request for the first tokens cannot collide with a refresh.
    let isRefresh = exchange.form?.value(of: "grant_type") == "refresh_token"
    let fault = faults.strike(endpoint) {
      ($0.place == .response || $0.place == .metadata) && ($0 != .conflict || isRefresh)
    }
    return fault.flatMap(response)
  }

  /// Returns the delay of the response in seconds.
  func delay(of exchange: PracticeExchange) -> Int64 {
    faults.strike(endpoint(of: exchange.path)) { $0 == .slow } == nil ? 0 : 5
  }

  private func response(_ fault: PracticeFault) -> HTTPResponse? {
    switch fault {
    case .gone:
      return FitbitError(
        "system", "This API has been turned off.", status: 410, reconstructed: true
      ).response(configuration.errors)
    case .rateLimited: return tooManyCalls()
    case .notJSON:
      return .page(400, "<html><head><title>400 Bad Request</title></head><body></body></html>")
    case .conflict:
      return FitbitError(
        "system", "The request conflicts with another one.", status: 409, reconstructed: true
      ).response(configuration.errors)
    case .serverError:
      return FitbitError("system", "Internal Server Error", status: 500, reconstructed: true)
        .response(configuration.errors)
    case .metadataNotJSON:
      return .page(200, "<html><head><title>Welcome</title></head><body></body></html>")
    case .otherIssuer, .metadataWithoutS256:
      return .json(200, PracticeMetadata(configuration: configuration, fault: fault).document)
    case .slow, .wrongIssuer, .noIssuer, .wrongState, .noState, .noCode, .denied: return nil
    }
  }

  /// Whether a fault makes the user deny access.
  func isDeniedByFault() -> Bool {
    !faults.isEmpty && faults.strike(.authorize) { $0 == .denied } != nil
  }

  /// Returns the redirect to the client as changed by the faults.
  func withFaults(_ response: HTTPResponse, _ exchange: inout PracticeExchange) -> HTTPResponse {
    guard let endpoint = endpoint(of: exchange.path), endpoint.controlName == "authorize",
      let location = response.fields.value(of: "Location")
    else { return response }
    var redirect = RedirectText(location)
    for fault in PracticeFault.allCases where Self.canStrike(fault, redirect) {
      guard faults.strike(endpoint, where: { $0 == fault }) != nil else { continue }
      Self.apply(fault, to: &redirect)
      exchange.summary += ", fault \(fault.rawValue)"
    }
    let fields = response.fields.map {
      $0.name == "Location" ? HTTPField("Location", redirect.text) : $0
    }
    return HTTPResponse(status: response.status, fields: fields, body: response.body)
  }

  private static func canStrike(_ fault: PracticeFault, _ redirect: RedirectText) -> Bool {
    switch fault {
    case .wrongIssuer, .wrongState: true
    case .noIssuer: redirect.has("iss")
    case .noState: redirect.has("state")
    case .noCode: redirect.has("code") || redirect.has("access_token")
    default: false
    }
  }

  private static func apply(_ fault: PracticeFault, to redirect: inout RedirectText) {
    switch fault {
    case .wrongIssuer: redirect.set("iss", to: "https%3A%2F%2Fother.example")
    case .noIssuer: redirect.remove("iss")
    case .wrongState: redirect.set("state", to: "not-the-state-of-the-request")
    case .noState: redirect.remove("state")
    case .noCode: for name in ["code", "access_token"] { redirect.remove(name) }
    default: break
    }
  }
}
