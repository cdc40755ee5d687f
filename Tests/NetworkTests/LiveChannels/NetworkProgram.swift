import Foundation
import TestSupport

/// The program for the network, as it was built beside the tests, and programs that are none.
enum NetworkProgram {
  /// The path of `workbench-network`; `nil` if it is not there.
  static let path: String? = {
    // `allBundles` alone need not know the bundle that a helper of `swift test` has loaded.
    let files = [Bundle.main.executableURL, URL(filePath: CommandLine.arguments[0])]
    let bundles = [Bundle(for: RawServer.self).bundleURL, Bundle.main.bundleURL]
    let folders =
      bundles + bundles.map { $0.deletingLastPathComponent() }
      + files.compactMap { $0?.deletingLastPathComponent() }
    return folders.map { $0.appending(path: "workbench-network").path(percentEncoded: false) }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Runs a test with the path of a shell script in place of the program.
  static func with<Result>(
    script: String, _ body: (String) async throws -> Result
  ) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "program").path(percentEncoded: false)
    // A shell writes it: a file that this process has open for writing cannot be started by it.
    _ = try IndependentProgram.output(
      of: "/bin/sh", ["-c", #"cat > "$0" && chmod 700 "$0""#, file], input: "#!/bin/sh\n\(script)\n"
    )
    return try await body(file)
  }
}
