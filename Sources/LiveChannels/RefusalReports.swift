/// Tells of refused redirects, one after another and only so many: any page in the browser can cause them.
actor RefusalReports {
  /// How many are told for each way.
  static let limit = 20

  private let tell: @Sendable (BrowserEvent) async -> Void
  private var counts: [BrowserWay: Int] = [:]

  init(_ tell: @escaping @Sendable (BrowserEvent) async -> Void) {
    self.tell = tell
  }

  func report(_ refusal: RedirectRefusal, way: BrowserWay) async {
    let count = counts[way, default: 0] + 1
    guard count <= Self.limit else { return }
    counts[way] = count
    await tell(.refused(refusal, way: way, isLastTold: count == Self.limit))
  }
}
