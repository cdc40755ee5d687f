import TestSupport
import Testing

/// The arrows between the modules, held against every import in the sources.
struct ModuleArrowTests {
  static let foundation = ["Foundation", "FoundationEssentials"]
  static let nouns = ["Vocabulary", "HTTPMessages"]
  static let steps = [
    "Step1CodeVerifier", "Step2AuthorizationRequest", "Step3AuthorizationResponse",
    "Step4TokenRequest", "Step5TokenResponse",
  ]
  /// The C libraries, one a system.
  static let systems = ["Glibc", "Musl", "Darwin"]

  /// What a module may import.
  ///
  /// A module that is not here has not been thought about.
  static let allowed: [String: [String]] = [
    // JSON is read by the system's decoder.
    "Vocabulary": [], "HTTPMessages": foundation,
    "Step1CodeVerifier": ["Vocabulary"],
    "Step2AuthorizationRequest": nouns, "Step3AuthorizationResponse": nouns,
    "Step4TokenRequest": nouns, "Step5TokenResponse": nouns,
    "Channels": ["HTTPMessages"], "Recordings": nouns + ["Channels", "EmbeddedTexts"],
    "LoopbackHTTP": ["HTTPMessages"] + foundation + [
      "Glibc", "Musl", "Darwin", "Dispatch", "Network",
    ],
    "Terminal": ["HTTPMessages", "Dispatch", "Glibc", "Musl", "Darwin", "MachO"],
    // No FoundationNetworking here: only the program for the network has it.
    "LiveChannels": ["HTTPMessages", "Channels", "LoopbackHTTP", "Terminal"] + foundation
      + ["Glibc", "Musl", "Darwin", "Synchronization"],
    "URLSessionChannel": ["HTTPMessages", "Channels", "FoundationNetworking", "Dispatch"]
      + foundation,
    "workbench-network": ["HTTPMessages", "Channels", "LiveChannels", "URLSessionChannel"]
      + foundation + ["LoopbackHTTP", "Glibc", "Musl", "Darwin"],
    "Discovery": nouns + ["Channels"],
    "PracticeServer": nouns + ["Channels", "Step1CodeVerifier", "Diagnosis"],
    // What comes after the five steps is made of their parts.
    "TokenUse": nouns + ["Step4TokenRequest", "Step5TokenResponse"],
    "Diagnosis": nouns + steps + ["TokenUse", "Discovery"],
    "Flows": nouns + ["Channels"] + steps,
    "Lessons": ["EmbeddedTexts"],
    "Transcript": nouns,
    "Runs": nouns + steps + foundation + systems + [
      "Channels", "LoopbackHTTP", "Recordings", "LiveChannels", "PracticeServer", "Discovery",
      "TokenUse", "Diagnosis", "Flows", "Transcript", "Terminal",
    ],
    // What is compared and attacked are runs.
    "Attacks": nouns + steps + [
      "Channels", "Recordings", "PracticeServer", "TokenUse", "Flows", "Transcript", "Runs",
    ],
    // A case repeats the transform of step 1, to judge the client's challenge.
    "ClientCheck": nouns + systems + [
      "Step1CodeVerifier", "PracticeServer", "LoopbackHTTP", "Terminal", "EmbeddedTexts",
    ],
  ]

  private func imports(in text: String) -> [String] {
    let pattern =
      #/^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias|actor)\s+)?(\w+)/#
      .anchorsMatchLineEndings()
    return text.matches(of: pattern).map { String($0.output.1) }
  }

  @Test func `no module imports what it may not`() throws {
    var count = 0
    for path in Repository.files(under: "Sources", ending: ".swift") {
      let module = try #require(path.split(separator: "/").dropFirst().first.map(String.init))
      // The command line may import everything: it is where all comes together.
      if module == "workbench" { continue }
      let allowed = try #require(Self.allowed[module], "\(module) has no row in the table")
      for name in imports(in: try #require(Repository.text(of: path))) {
        expect(allowed.contains(name), "\(path) imports \(name)")
        count += 1
      }
    }
    expect(count > 50)
  }

  @Test func `no step imports another, nor a channel`() throws {
    for path in Repository.files(under: "Sources", ending: ".swift") where path.contains("/Step") {
      let names = imports(in: try #require(Repository.text(of: path)))
      let forbidden = names.filter { $0.hasPrefix("Step") || $0.hasSuffix("Channels") }
      expect(forbidden.isEmpty || !path.hasPrefix("Sources/Step"), "\(path)")
    }
  }

  @Test func `the package depends on no other package`() throws {
    let manifest = try #require(Repository.text(of: "Package.swift"))
    expect(manifest.contains("dependencies: [],"))
    expect(!manifest.contains(".package("))
  }

  @Test(arguments: [
    ("import A", ["A"]), ("public import A", ["A"]),
    ("  import A\n@testable import B", ["A", "B"]),
    ("@_spi(X) public import struct A.B", ["A"]), ("// import A", []), ("let important = 1", []),
    ("#if canImport(A)\n  import A\n#else\n  import B\n#endif", ["A", "B"]),
  ])
  func `every way of writing an import is seen`(text: String, names: [String]) {
    expect(imports(in: text), is: names)
  }
}
