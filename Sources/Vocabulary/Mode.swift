/// Where the answers of a run come from.
public enum Mode: String, CaseIterable, Hashable, Codable, Sendable {
  /// From recordings; nothing is sent.
  case dryRun = "dry-run"
  /// From the practice server.
  case practice
  /// From a real server, over the network.
  case live
}
