/// Where the answers of a run come from.
enum Mode: String, CaseIterable, Codable {
  /// From recordings; nothing is sent.
  case dryRun = "dry-run"
  /// From the practice server.
  case practice
  /// From a real server, over the network.
  case live
}
