import Vocabulary

extension StepFailure {
  /// Whether the server is not there to do its work, as opposed to refusing this request.
  ///
  /// - Parameter mode: Only of a real server one can say so, apart from 410.
  /// - Returns: Whether it is so.
  func isUnavailability(in mode: Mode) -> Bool {
    switch reason {
    case .gone: true
    case .serverError, .notJSON, .bodyTooLarge, .notTokenEndpoint: mode == .live
    default: false
    }
  }
}
