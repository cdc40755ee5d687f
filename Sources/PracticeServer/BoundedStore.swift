/// Values by key, limited in number: when the store is full, the oldest value is removed.
struct BoundedStore<Value: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
  private var values: [String: Value] = [:]
  private var order: [String] = []
  /// The index in `order` of the oldest key; the keys before it are already removed.
  private var start = 0

  /// The entry added last, or `nil` if it was removed.
  var newest: (key: String, value: Value)? {
    order.last { values[$0] != nil }.flatMap { key in values[key].map { (key, $0) } }
  }

  subscript(key: String) -> Value? {
    guard let index = values.index(forKey: key), values[index].key.hasSameBytes(as: key) else {
      return nil
    }
    return values[index].value
  }

  /// Whether a value meets a condition.
  func contains(where condition: (Value) -> Bool) -> Bool {
    values.values.contains(where: condition)
  }

  /// Returns a key that meets a condition, or `nil` if none does.
  func key(where condition: (String) -> Bool) -> String? { values.keys.first(where: condition) }

  /// Adds a value, or replaces the one with the same key.
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

  /// Removes and returns a value, or returns `nil` if the key is unknown.
  mutating func take(_ key: String) -> Value? {
    guard self[key] != nil else { return nil }
    let value = values.removeValue(forKey: key)
    // `order` keeps removed keys, so it must be cleaned from time to time.
    let most = 2 * (values.count + PracticeConfiguration.ledgerLimit)
    if order.count > most { removeAll { _ in false } }
    return value
  }

  /// Removes the values that meet a condition.
  mutating func removeAll(where condition: (Value) -> Bool) {
    values = values.filter { !condition($0.value) }
    order = order[start...].filter { values[$0] != nil }
    start = 0
  }
}

extension String {
  /// Whether two texts have the same bytes.
  ///
  /// Swift's `==` treats some different scalars as equal, such as the Kelvin sign and K.
  func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
