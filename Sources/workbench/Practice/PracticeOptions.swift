import HTTPMessages
import LoopbackHTTP
import PracticeServer
import Runs
import Transcript
import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The options of `workbench practice`, checked.
struct PracticeOptions {
  let host: String
  let port: UInt16
  /// Whether others on the network can reach it.
  let isExposed: Bool
  private let choices: Choices

  init(_ choices: Choices) throws(CommandError) {
    self.choices = choices
    let given = choices.value(.host) ?? "127.0.0.1"
    host = given == "localhost" ? "127.0.0.1" : given
    let text = choices.value(.port) ?? "8088"
    guard text.allSatisfy(\.isNumber), let port = UInt16(text) else {
      throw CommandError(
        .unreadableInput, "A port is a number from 0 to 65535, and this is '\(text)'.",
        next: Advice("Any free one", "practice --port 0"))
    }
    self.port = port
    isExposed = !(host == "::1" || host.hasPrefix("127."))
    guard IPAddress.isValid(host) else {
      throw CommandError(
        .unreadableInput,
        "--host needs an IP address of this machine, and '\(host.prefix(60))' is not one.",
        next: Advice("Type", "practice --host 127.0.0.1"))
    }
    guard !isExposed || choices.has(.exposeToNetwork) else {
      throw CommandError(
        .usage,
        "\(host) can be reached by others on the network: they could use this server, whose secrets "
          + "are published and whose traffic is not encrypted.",
        next: Advice("If that is meant", "practice --host \(host) --expose-to-network"))
    }
    guard !isExposed || !choices.has(.control) else {
      throw CommandError(
        .usage,
        "--control is for tests on this machine, and \(host) can be reached by others: they could try to take "
          + "the server over.",
        next: Advice("Leave out --host, or --control", "practice --control"))
    }
  }

  /// The address that clients use: what `--base-url` says, or where the server listens.
  ///
  /// - Parameter port: The port that it listens on.
  /// - Returns: The address, without a slash at the end.
  /// - Throws: `CommandError` for a text that is no such address.
  func baseURL(port: UInt16) throws(CommandError) -> String {
    guard let text = choices.value(.baseURL) else { return "http://\(authority(port: port))" }
    let parts = URLParts(text)
    let isHost =
      !parts.authority.isEmpty
      && parts.authority.utf8.allSatisfy {
        0x30...0x3A ~= $0 || 0x61...0x7A ~= $0 || [0x2D, 0x2E, 0x5B, 0x5D].contains($0)
      }
    guard ["http", "https"].contains(parts.scheme), isHost, ["", "/"].contains(parts.path),
      parts.query == nil, parts.fragment == nil
    else {
      throw CommandError(
        .unreadableInput,
        "--base-url is http or https with a host in small letters and perhaps a port, and this is '\(text)'.",
        next: Advice("For example", "practice --base-url https://localhost:8443"))
    }
    return parts.scheme + "://" + parts.authority
  }

  /// Host and port as a URL has them.
  func authority(port: UInt16) -> String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }

  /// How the server shall behave.
  ///
  /// - Throws: `CommandError` for a lifetime that is no number, or a file of clients that is none.
  func configuration() throws(CommandError) -> PracticeConfiguration {
    var configuration = PracticeConfiguration(
      baseURL: try baseURL(port: port),
      profile: choices.value(.profile).flatMap(PracticeProfile.init) ?? .fitbit)
    try applySwitches(to: &configuration)
    configuration.clients = try clients(withOddSecrets: configuration.usesOddValues)
    configuration.autoApproves = choices.has(.autoApprove)
    configuration.codeLifetime = try seconds(.codeLifetime) ?? configuration.codeLifetime
    configuration.tokenLifetime = try seconds(.tokenLifetime) ?? configuration.tokenLifetime
    configuration.faults = choices.values(.fault).compactMap(PracticeFault.init)
    if let fault = configuration.faults.first(where: \.needsIssuer) {
      // Nothing would be wrong with a redirect from a server that never promised iss.
      guard !choices.values(.without).contains(Feature.issuer.rawValue) else {
        throw CommandError(
          .usage,
          "\(fault.rawValue) needs a server that sends iss, and --without iss switches it off.",
          next: Advice("Leave it out", "practice --fault \(fault.rawValue)"))
      }
      configuration.features.insert(.issuer)
    }
    return configuration
  }

  /// Sets what `--errors`, `--with` and `--without` say, over what the profile says.
  private func applySwitches(to configuration: inout PracticeConfiguration) throws(CommandError) {
    let (with, without) = (choices.values(.with), choices.values(.without))
    if let both = with.first(where: without.contains) {
      throw CommandError(
        .usage, "\(both) cannot be on and off at once: --with and --without both name it.",
        next: Advice("See what each does", "practice --rules"))
    }
    configuration.errors =
      choices.value(.errors).flatMap(ErrorShape.init) ?? configuration.errors
    configuration.rulesOff.formUnion(without.compactMap(Rule.init))
    configuration.rulesOff.subtract(with.compactMap(Rule.init))
    configuration.features.formUnion(with.compactMap(Feature.init))
    configuration.features.subtract(without.compactMap(Feature.init))
    if choices.has(.oddValues) { configuration.features.insert(.oddValues) }
  }

  private func seconds(_ option: Option) throws(CommandError) -> Int64? {
    guard let text = choices.value(option) else { return nil }
    guard text.allSatisfy(\.isNumber), let seconds = Int64(text), 0...31_536_000 ~= seconds else {
      throw CommandError(
        .unreadableInput, "\(option.name) takes seconds, 0 to 31536000, and this is '\(text)'.",
        next: Advice("See", "help practice"))
    }
    return seconds
  }

  private func clients(withOddSecrets: Bool) throws(CommandError) -> [PracticeClient] {
    let more = choices.values(.redirectURI)
    for uri in more {
      if let objection = RedirectRegistration.objection(to: uri) {
        throw CommandError(
          .unreadableInput, "'\(uri)' cannot be registered: \(objection).",
          next: Advice("See", "help practice"))
      }
    }
    let own = try choices.value(.clients).map { path throws(CommandError) in
      try ClientFile(path: path).clients()
    }
    let standard =
      withOddSecrets
      ? PracticeClient.standard.map(\.withOddSecret) : PracticeClient.standard
    let all = standard + (own ?? [])
    return all.map { $0.registering(more) }
  }
}
