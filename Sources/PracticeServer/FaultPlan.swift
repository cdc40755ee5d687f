/// The faults that are on, from the start or by control.
struct FaultPlan: Hashable, Sendable {
  /// One fault that is on.
  struct Entry: Hashable, Sendable {
    let fault: PracticeFault
    /// The name of the only endpoint affected, or `nil` for every possible one.
    let endpoint: String?
    /// The number of requests still to be affected, or `nil` for all.
    var times: Int?
  }

  private(set) var entries: [Entry]

  /// The maximum number of entries.
  static let limit = 32

  /// Creates a plan with faults that are on everywhere and permanently.
  init(_ faults: [PracticeFault]) {
    entries = faults.map { Entry(fault: $0, endpoint: nil, times: nil) }
  }

  var isEmpty: Bool { entries.isEmpty }

  /// Turns a fault on, replacing the same fault at the same endpoint.
  ///
  /// - Returns: Whether the plan had room for it.
  mutating func set(_ entry: Entry) -> Bool {
    clear(entry.fault, at: entry.endpoint)
    guard entries.count < Self.limit else { return false }
    entries.append(entry)
    return true
  }

  /// Turns a fault off at an endpoint, or everywhere if the endpoint is `nil`.
  mutating func clear(_ fault: PracticeFault, at endpoint: String?) {
    entries.removeAll {
      $0.fault == fault && (endpoint == nil || $0.endpoint == endpoint)
    }
  }

  /// Returns the first matching fault of a request, and counts it as used once.
  mutating func strike(
    _ endpoint: Endpoint?, where fits: (PracticeFault) -> Bool
  ) -> PracticeFault? {
    let index = entries.firstIndex { entry in
      entry.fault.strikes(endpoint) && fits(entry.fault)
        && (entry.endpoint == nil || entry.endpoint == endpoint?.controlName)
    }
    guard let index else { return nil }
    let fault = entries[index].fault
    if let times = entries[index].times {
      entries[index].times = times - 1
      if times <= 1 { entries.remove(at: index) }
    }
    return fault
  }
}
