/// The program that runs.
package enum Program {
  /// The version that `--version` prints.
  package static let version = "0.1.0"
}
