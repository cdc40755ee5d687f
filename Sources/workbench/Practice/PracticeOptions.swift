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
        .usage, "A port is a number from 0 to 65535, and this is '\(text)'.",
        next: Advice("Any free one", "practice --port 0"))
    }
    self.port = port
    isExposed = !(host == "::1" || host.hasPrefix("127."))
    guard IPAddress.isValid(host) else {
      throw CommandError(
        .usage, "--host needs an IP address of this machine, and '\(host.prefix(60))' is not one.",
        next: Advice("Type", "practice --host 127.0.0.1"))
    }
    guard !isExposed || choices.has(.exposeToNetwork) else {
      throw CommandError(
        .usage,
        "\(host) can be reached by others on the network: they could use this server, whose secrets "
          + "are published and whose traffic is not encrypted.",
        next: Advice("If that is meant", "practice --host \(host) --expose-to-network"))
    }
  }

  /// Host and port as a URL has them.
  func authority(port: UInt16) -> String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }

  /// How the server shall behave.
  ///
  /// - Throws: `CommandError` for a lifetime that is no number, or a file of clients that is none.
  func configuration() throws(CommandError) -> PracticeConfiguration {
    var configuration = PracticeConfiguration(baseURL: "http://\(authority(port: port))")
    configuration.clients = try clients()
    configuration.usesOddValues = choices.has(.oddValues)
    configuration.autoApproves = choices.has(.autoApprove)
    configuration.codeLifetime = try seconds(.codeLifetime) ?? configuration.codeLifetime
    configuration.tokenLifetime = try seconds(.tokenLifetime) ?? configuration.tokenLifetime
    configuration.rulesOff = Set(choices.values(.without).compactMap(Rule.init))
    configuration.fault = choices.value(.fault).flatMap(PracticeFault.init)
    return configuration
  }

  private func seconds(_ option: Option) throws(CommandError) -> Int64? {
    guard let text = choices.value(option) else { return nil }
    guard text.allSatisfy(\.isNumber), let seconds = Int64(text), 0...31_536_000 ~= seconds else {
      throw CommandError(
        .usage, "\(option.name) takes seconds, 0 to 31536000, and this is '\(text)'.",
        next: Advice("See", "help practice"))
    }
    return seconds
  }

  private func clients() throws(CommandError) -> [PracticeClient] {
    let more = choices.values(.redirectURI)
    for uri in more {
      guard (try? RedirectURI(uri)) != nil else {
        throw CommandError(
          .usage, "'\(uri)' is not a redirect URI: an absolute URI without a fragment.",
          next: Advice("See", "help practice"))
      }
    }
    let own = try choices.value(.clients).map { path throws(CommandError) in
      try ClientFile(path: path).clients()
    }
    let standard =
      choices.has(.oddValues)
      ? PracticeClient.standard.map(\.withOddSecret) : PracticeClient.standard
    let all = standard + (own ?? [])
    return all.map { $0.registering(more) }
  }
}
