/// The source of the responses in a run.
public enum Mode: String, CaseIterable, Hashable, Codable, Sendable {
  /// Recordings; nothing is sent.
  case dryRun = "dry-run"
  /// The practice server.
  case practice
  /// A real server, over the network.
  case live
}
