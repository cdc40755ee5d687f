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

/// The checked options of `workbench practice`.
struct PracticeOptions {
  let host: String
  let port: UInt16
  /// Whether other machines can reach the server.
  let isExposed: Bool
  private let choices: Choices

  init(_ choices: Choices) throws(CommandError) {
    self.choices = choices
    let given = choices.value(.host) ?? "127.0.0.1"
    host = given == "localhost" ? "127.0.0.1" : given
    let text = choices.value(.port) ?? "8088"
    guard text.allSatisfy(\.isNumber), let port = UInt16(text) else {
      throw CommandError(
        .unreadableInput, "--port is '\(text)', but must be a number from 0 to 65535.",
        next: Advice("For any free port", "practice --port 0"))
    }
    self.port = port
    isExposed = !(host == "::1" || host.hasPrefix("127."))
    guard IPAddress.isValid(host) else {
      throw CommandError(
        .unreadableInput,
        "--host is '\(host.prefix(60))', but must be an IP address of this machine.",
        next: Advice("Type", "practice --host 127.0.0.1"))
    }
    guard !isExposed || choices.has(.exposeToNetwork) else {
      throw CommandError(
        .usage,
        "Other machines can reach \(host) and use this server. Its secrets are published, and its traffic is "
          + "not encrypted.",
        next: Advice("To allow it", "practice --host \(host) --expose-to-network"))
    }
    guard !isExposed || !choices.has(.control) else {
      throw CommandError(
        .usage,
        "--control is for tests on this machine, but other machines can reach \(host) and could try to control "
          + "the server.",
        next: Advice("Leave out --host, or --control", "practice --control"))
    }
  }

  /// Returns the URL for clients: `--base-url`, or the one on which the server listens.
  ///
  /// - Parameter port: The port on which it listens.
  /// - Returns: The URL, without a final slash.
  /// - Throws: `CommandError` if `--base-url` is not such a URL.
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
        "--base-url is '\(text)', but must be http or https with a lowercase host and an optional port.",
        next: Advice("For example", "practice --base-url https://localhost:8443"))
    }
    return parts.scheme + "://" + parts.authority
  }

  /// Returns host and port in the form for a URL.
  func authority(port: UInt16) -> String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }

  /// Returns the server's configuration.
  ///
  /// - Throws: `CommandError` for an invalid lifetime, or an unreadable file of clients.
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
      // Without iss in the metadata, a redirect with a wrong or missing iss is not a fault.
      guard !choices.values(.without).contains(Feature.issuer.rawValue) else {
        throw CommandError(
          .usage,
          "The fault \(fault.rawValue) needs a server that sends iss, but --without iss turns iss off.",
          next: Advice("Leave out --without iss", "practice --fault \(fault.rawValue)"))
      }
      configuration.features.insert(.issuer)
    }
    return configuration
  }

  /// Applies `--errors`, `--with`, and `--without` on top of the profile.
  private func applySwitches(to configuration: inout PracticeConfiguration) throws(CommandError) {
    let (with, without) = (choices.values(.with), choices.values(.without))
    if let both = with.first(where: without.contains) {
      throw CommandError(
        .usage, "\(both) was given to both --with and --without.",
        next: Advice("See its effect", "practice --rules"))
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
        .unreadableInput,
        "\(option.name) is '\(text)', but must be a number of seconds from 0 to 31536000.",
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
