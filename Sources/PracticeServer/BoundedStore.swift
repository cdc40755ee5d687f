/// Values by key, the newest ones: when it is full, the oldest is forgotten.
struct BoundedStore<Value: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
  private var values: [String: Value] = [:]
  private var order: [String] = []
  /// Where in `order` the oldest key stands; what is before it is already forgotten.
  private var start = 0

  /// The entry that was put in last; `nil` if it is gone.
  var newest: (key: String, value: Value)? {
    order.last { values[$0] != nil }.flatMap { key in values[key].map { (key, $0) } }
  }

  subscript(key: String) -> Value? {
    guard let index = values.index(forKey: key), values[index].key.hasSameBytes(as: key) else {
      return nil
    }
    return values[index].value
  }

  /// Whether a condition is true of a value.
  func contains(where condition: (Value) -> Bool) -> Bool {
    values.values.contains(where: condition)
  }

  /// A key that a condition is true of; `nil` if there is none.
  func key(where condition: (String) -> Bool) -> String? { values.keys.first(where: condition) }

  /// Puts a value in, or replaces one.
  mutating func put(_ value: Value, under key: String) {
    if values.updateValue(value, forKey: key) == nil { order.append(key) }
    while values.count > PracticeConfiguration.ledgerLimit, start < order.count {
      values[order[start]] = nil
      start += 1
    }
    if start > PracticeConfiguration.ledgerLimit {
      order.removeFirst(start)
      start = 0
    }
  }

  /// Takes a value out.
  mutating func take(_ key: String) -> Value? {
    guard self[key] != nil else { return nil }
    let value = values.removeValue(forKey: key)
    // The order keeps keys that are gone; now and then it is cleared of them.
    let most = 2 * (values.count + PracticeConfiguration.ledgerLimit)
    if order.count > most { removeAll { _ in false } }
    return value
  }

  /// Removes the values that a condition is true of.
  mutating func removeAll(where condition: (Value) -> Bool) {
    values = values.filter { !condition($0.value) }
    order = order[start...].filter { values[$0] != nil }
    start = 0
  }
}

extension String {
  /// Whether two texts have the same bytes.
  ///
  /// Swift's `==` takes different scalars for the same character, such as the Kelvin sign for a K.
  func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
