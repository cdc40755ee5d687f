import HTTPMessages
import Vocabulary

extension PracticeServer {
  /// Discards everything issued, granted, counted, and changed by control.
  func reset(_ body: ControlBody) throws(ControlError) {
    var keepsUsers = false
    switch body.members["keep_users"] {
    case nil, .boolean(false): break
    case .boolean(true): keepsUsers = true
    case let value?:
      throw ControlError(
        "keep_users must be true or false, not \(ControlBody.shown(value)).")
    }
    discardAll()
    controlled = ControlState()
    faults = FaultPlan(configuration.faults)
    if !keepsUsers { restoreUsers() }
  }

  /// Turns a fault on or off; `null` turns all faults off.
  func changeFaults(_ body: ControlBody) throws(ControlError) {
    let target = try target(in: body)
    let times = try body.number("times", 0...1_000_000)
    if body.members["fault"] == .null {
      guard target == nil, times == nil else {
        throw ControlError(
          "fault null turns off all faults: name a fault, or omit endpoint and times."
        )
      }
      faults = FaultPlan([])
      return
    }
    let fault = try fault(in: body)
    if let (name, endpoint) = target, !fault.strikes(endpoint) {
      throw ControlError(
        "\(fault.rawValue) does not affect \(name). \(fault.effect) Omit endpoint, or name one "
          + "that it affects.")
    }
    if fault.needsIssuer, !configuration.features.contains(.issuer) {
      throw ControlError(
        "\(fault.rawValue) needs a server that sends iss. Start practice with --with iss."
      )
    }
    if times == 0 { return faults.clear(fault, at: target?.name) }
    guard faults.set(.init(fault: fault, endpoint: target?.name, times: times.map { Int($0) }))
    else {
      throw ControlError(
        "At most \(FaultPlan.limit) faults can be on. Turn them all off with fault null."
      )
    }
  }

  private func fault(in body: ControlBody) throws(ControlError) -> PracticeFault {
    let value = body.members["fault"]
    guard case .string(let name) = value, let fault = PracticeFault(rawValue: name) else {
      let known = PracticeFault.allCases.map(\.rawValue).joined(separator: ", ")
      throw ControlError(
        "fault must be null or one of \(known)"
          + (value.map { ", not \(ControlBody.shown($0))." } ?? ". It is missing.")
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
        "endpoint must be one of \(names), not \(ControlBody.shown(value)).")
    }
    return known
  }

  /// Moves the clock forward; only a reset moves it back.
  func moveClock(_ body: ControlBody) throws(ControlError) {
    let rest = ControlState.farthest - controlled.clockOffset
    guard let seconds = try body.number("seconds", 0...ControlState.farthest) else {
      throw ControlError(
        "seconds is missing. Send the number of seconds to move the clock forward."
      )
    }
    guard seconds <= rest else {
      throw ControlError(
        "The clock can move only \(rest) seconds forward, not \(seconds). Reset the server first."
      )
    }
    controlled.clockOffset += seconds
  }

  /// Adds and replaces users, and sets who is signed in and the decision: all of it, or nothing.
  func changeUsers(_ body: ControlBody) throws(ControlError) {
    guard !body.members.isEmpty else {
      throw ControlError(
        "The body must contain at least one of users, sign_in, and decision.")
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
        "At most \(ControlState.mostUsers) users are possible, not \(users.count). Reset the server first."
      )
    }
    let name = try body.text("sign_in", most: 32)
    if let name, !users.contains(where: { $0.identifier.hasSameBytes(as: name) }) {
      throw ControlError(
        "sign_in must be the user_id of a known user, not \(ControlBody.quote(name))."
      )
    }
    update(users: users, signedIn: name ?? configuration.signedIn)
    // The user set by the test replaces the users who signed in with browsers.
    if name != nil { accounts = BoundedStore() }
    if let decision { controlled.decision = decision }
  }
}
