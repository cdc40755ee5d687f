/// The faults that are switched on: from the start, and by control.
struct FaultPlan: Hashable, Sendable {
  /// One fault that is switched on.
  struct Entry: Hashable, Sendable {
    let fault: PracticeFault
    /// The name of the only endpoint at which it strikes; `nil` for each at which it can.
    let endpoint: String?
    /// The number of requests that it still strikes; `nil` for all.
    var times: Int?
  }

  private(set) var entries: [Entry]

  /// The most entries that there can be.
  static let limit = 32

  /// Switches faults on everywhere and for good.
  init(_ faults: [PracticeFault]) {
    entries = faults.map { Entry(fault: $0, endpoint: nil, times: nil) }
  }

  var isEmpty: Bool { entries.isEmpty }

  /// Switches a fault on, instead of the same one at the same endpoint.
  ///
  /// - Returns: Whether there was room.
  mutating func set(_ entry: Entry) -> Bool {
    clear(entry.fault, at: entry.endpoint)
    guard entries.count < Self.limit else { return false }
    entries.append(entry)
    return true
  }

  /// Switches a fault off at an endpoint; without one, everywhere.
  mutating func clear(_ fault: PracticeFault, at endpoint: String?) {
    entries.removeAll {
      $0.fault == fault && (endpoint == nil || $0.endpoint == endpoint)
    }
  }

  /// The first fault that strikes a request and fits, which is one time less that it strikes.
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
