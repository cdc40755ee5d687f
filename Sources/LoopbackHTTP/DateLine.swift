import HTTPMessages

/// The present as HTTP writes it, made anew once a second.
final class DateLine: Sendable {
  private let secondsSince1970: @Sendable () -> Int
  private let latest = Lock((second: Int.min, text: ""))

  init(_ secondsSince1970: @escaping @Sendable () -> Int) {
    self.secondsSince1970 = secondsSince1970
  }

  var text: String {
    let second = secondsSince1970()
    return latest.withLock { latest in
      if latest.second != second { latest = (second, HTTPDate.text(secondsSince1970: second)) }
      return latest.text
    }
  }
}
