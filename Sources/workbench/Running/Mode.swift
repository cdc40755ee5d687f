/// Where the answers of a run come from.
enum Mode: String, CaseIterable, Codable {
  /// From recordings; nothing is sent.
  case dryRun = "dry-run"
  /// From the practice server.
  case practice
}
