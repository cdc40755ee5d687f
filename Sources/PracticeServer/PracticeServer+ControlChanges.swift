import HTTPMessages
import Vocabulary

extension PracticeServer {
  /// Forgets what was issued, granted, counted and changed by control.
  func reset(_ body: ControlBody) throws(ControlError) {
    var keepsUsers = false
    switch body.members["keep_users"] {
    case nil, .boolean(false): break
    case .boolean(true): keepsUsers = true
    case let value?:
      throw ControlError(
        "keep_users is true or false, and \(ControlBody.came(value)) came: send one of these.")
    }
    forgetAll()
    controlled = ControlState()
    faults = FaultPlan(configuration.faults)
    if !keepsUsers { restoreUsers() }
  }

  /// Switches a fault on or off: `null` for all of them off.
  func changeFaults(_ body: ControlBody) throws(ControlError) {
    let target = try target(in: body)
    let times = try body.number("times", 0...1_000_000)
    if body.members["fault"] == .null {
      guard target == nil, times == nil else {
        throw ControlError(
          "fault null switches all faults off, and endpoint or times came with it: name a fault, or leave them out."
        )
      }
      faults = FaultPlan([])
      return
    }
    let fault = try fault(in: body)
    if let (name, endpoint) = target, !fault.strikes(endpoint) {
      throw ControlError(
        "\(fault.rawValue) does not strike at \(name). \(fault.effect) "
          + "Leave endpoint out, or name one of these.")
    }
    if fault.needsIssuer, !configuration.features.contains(.issuer) {
      throw ControlError(
        "\(fault.rawValue) needs a server that sends iss, and this one does not: start practice with --with iss."
      )
    }
    if times == 0 { return faults.clear(fault, at: target?.name) }
    guard faults.set(.init(fault: fault, endpoint: target?.name, times: times.map { Int($0) }))
    else {
      throw ControlError(
        "At most \(FaultPlan.limit) faults can be on, and one more came: switch all off with fault null."
      )
    }
  }

  private func fault(in body: ControlBody) throws(ControlError) -> PracticeFault {
    let value = body.members["fault"]
    guard case .string(let name) = value, let fault = PracticeFault(rawValue: name) else {
      let known = PracticeFault.allCases.map(\.rawValue).joined(separator: ", ")
      throw ControlError(
        "fault is null or one of \(known), and \(value.map(ControlBody.came) ?? "none") came: send one of these."
      )
    }
    return fault
  }

  private func target(
    in body: ControlBody
  ) throws(ControlError) -> (name: String, example: Endpoint)? {
    guard let value = body.members["endpoint"], value != .null else { return nil }
    let known = Endpoint.controlNames.first { value == .string($0.name) }
    guard let known else {
      let names = Endpoint.controlNames.map(\.name).joined(separator: ", ")
      throw ControlError(
        "endpoint is one of \(names), and \(ControlBody.came(value)) came: send one of these.")
    }
    return known
  }

  /// Moves the clock forward; it never goes back, except with a reset.
  func moveClock(_ body: ControlBody) throws(ControlError) {
    let rest = ControlState.farthest - controlled.clockOffset
    guard let seconds = try body.number("seconds", 0...ControlState.farthest) else {
      throw ControlError(
        "seconds is a whole number, and none came: send the seconds by which the clock moves forward."
      )
    }
    guard seconds <= rest else {
      throw ControlError(
        "The clock can still move \(rest) seconds forward, and \(seconds) came: reset the server first."
      )
    }
    controlled.clockOffset += seconds
  }

  /// Adds and replaces users, and says who is signed in and what they decide: all of it, or nothing.
  func changeUsers(_ body: ControlBody) throws(ControlError) {
    guard !body.members.isEmpty else {
      throw ControlError(
        "The body has users, sign_in or decision, and none came: send at least one.")
    }
    let given = try ControlUsers.users(in: body.members["users"])
    let decision = try ControlUsers.decision(in: body.members["decision"])
    var users = configuration.users
    for user in given {
      if let index = users.firstIndex(where: { $0.identifier.hasSameBytes(as: user.identifier) }) {
        users[index] = user
      } else {
        users.append(user)
      }
    }
    guard users.count <= ControlState.mostUsers else {
      throw ControlError(
        "At most \(ControlState.mostUsers) users can be known, and \(users.count) would be: reset the server first."
      )
    }
    let name = try body.text("sign_in", most: 32)
    if let name, !users.contains(where: { $0.identifier.hasSameBytes(as: name) }) {
      throw ControlError(
        "sign_in is the user_id of a known user, and \(ControlBody.quote(name)) came: add that user, or name another."
      )
    }
    update(users: users, signedIn: name ?? configuration.signedIn)
    // Who signed in in a browser before gives way: the test has said who it is.
    if name != nil { accounts = BoundedStore() }
    if let decision { controlled.decision = decision }
  }
}
