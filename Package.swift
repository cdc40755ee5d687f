// swift-tools-version: 6.3
import PackageDescription

// No step may import another, nor `Channels`: a step that reaches the network does not compile.
let steps = [
  "Step1CodeVerifier", "Step2AuthorizationRequest", "Step3AuthorizationResponse",
  "Step4TokenRequest", "Step5TokenResponse",
]

// Every library module, in a good order for reading them.
let libraries =
  ["Vocabulary", "HTTPMessages"] + steps
  + ["Channels", "LoopbackHTTP", "Recordings", "LiveChannels", "PracticeServer", "TokenUse"]
  + ["Discovery", "Diagnosis", "Flows", "Lessons", "Transcript", "Terminal", "Runs", "Attacks"]

let package = Package(
  name: "oauth-workbench",
  platforms: [.macOS(.v14)],
  products: [
    .library(name: "OAuthWorkbench", targets: libraries),
    .library(name: "URLSessionChannel", targets: ["URLSessionChannel"]),
    .executable(name: "workbench", targets: ["workbench"]),
    .executable(name: "workbench-network", targets: ["workbench-network"]),
  ],
  dependencies: [],
  targets: [
    .target(name: "Vocabulary"),
    .target(name: "HTTPMessages"),
    .target(name: "Step1CodeVerifier", dependencies: ["Vocabulary"]),
    .target(name: "Step2AuthorizationRequest", dependencies: ["Vocabulary", "HTTPMessages"]),
    .target(name: "Step3AuthorizationResponse", dependencies: ["Vocabulary", "HTTPMessages"]),
    .target(name: "Step4TokenRequest", dependencies: ["Vocabulary", "HTTPMessages"]),
    .target(name: "Step5TokenResponse", dependencies: ["Vocabulary", "HTTPMessages"]),
    .target(name: "Channels", dependencies: ["HTTPMessages"]),
    .target(name: "LoopbackHTTP", dependencies: ["HTTPMessages"]),
    .target(name: "Terminal", dependencies: ["HTTPMessages"]),
    // The recordings and lessons as bytes, in C: `#embed` compiles faster than an array literal.
    .target(name: "EmbeddedTexts"),
    .target(
      name: "Recordings",
      dependencies: ["Vocabulary", "Channels", "HTTPMessages", "EmbeddedTexts"],
      exclude: ["Messages"]
    ),
    .target(
      name: "LiveChannels", dependencies: ["Channels", "LoopbackHTTP", "HTTPMessages", "Terminal"]),
    // The only module that connects to other machines.
    .target(name: "URLSessionChannel", dependencies: ["Channels", "HTTPMessages"]),
    .target(
      name: "PracticeServer",
      // PKCE verification repeats the transform of step 1.
      dependencies: ["Vocabulary", "HTTPMessages", "Channels", "Step1CodeVerifier", "Diagnosis"]
    ),
    .target(
      name: "TokenUse",
      // The requests after the five steps reuse parts of the steps.
      dependencies: ["Vocabulary", "HTTPMessages", "Step4TokenRequest", "Step5TokenResponse"]
    ),
    .target(
      name: "Discovery",
      // It accepts only URLs that the back channel accepts.
      dependencies: ["Vocabulary", "HTTPMessages", "Channels"]
    ),
    .target(
      name: "Diagnosis",
      // It uses the steps to find out what is right, and explains how a message differs.
      dependencies: ["Vocabulary", "HTTPMessages"] + steps.map { .init(stringLiteral: $0) }
        + ["TokenUse", "Discovery"]
    ),
    .target(
      name: "Flows",
      dependencies: ["Vocabulary", "HTTPMessages", "Channels"]
        + steps.map { .init(stringLiteral: $0) }
    ),
    .target(name: "Lessons", dependencies: ["EmbeddedTexts"]),
    .target(name: "Transcript", dependencies: ["Vocabulary", "HTTPMessages"]),
    .target(
      name: "Runs",
      dependencies: ["Vocabulary", "HTTPMessages"] + steps.map { .init(stringLiteral: $0) } + [
        "Channels", "LoopbackHTTP", "Recordings", "LiveChannels", "PracticeServer",
        "TokenUse", "Discovery", "Diagnosis", "Flows", "Transcript", "Terminal",
      ]
    ),
    .target(
      name: "Attacks",
      dependencies: ["Vocabulary", "HTTPMessages"] + steps.map { .init(stringLiteral: $0) } + [
        "Channels", "Recordings", "PracticeServer", "TokenUse", "Flows", "Transcript", "Runs",
      ]
    ),
    // A separate program for the network: loading all of Foundation takes as long as a whole walk,
    // and a program that is not running cannot connect to anything. It contains the files of
    // URLSessionChannel through a symbolic link. Targets that depend on a program are linked with
    // its libraries, but not with its own files.
    .executableTarget(
      name: "workbench-network",
      dependencies: ["Channels", "HTTPMessages", "LiveChannels", "LoopbackHTTP"]
    ),
    .executableTarget(
      name: "workbench",
      // The network program is built too, but not linked.
      dependencies: ["workbench-network"] + libraries.map { .init(stringLiteral: $0) }
    ),
    // Code shared by the test targets. `swift run` does not build it: no product contains it.
    .target(
      name: "TestSupport",
      dependencies: ["Vocabulary", "HTTPMessages", "Channels", "Terminal"]
        + steps.map { .init(stringLiteral: $0) },
      path: "Tests/TestSupport"
    ),
    // One target per group of modules, so that a change rebuilds only the tests of its group.
    .testTarget(
      name: "MessageTests",
      dependencies: ["TestSupport", "Vocabulary", "HTTPMessages", "Channels", "Recordings"]
    ),
    .testTarget(
      name: "StepTests",
      dependencies: [
        "TestSupport", "Vocabulary", "HTTPMessages", "TokenUse", "Discovery", "Diagnosis",
      ]
        + steps.map { .init(stringLiteral: $0) }
    ),
    .testTarget(
      name: "FlowTests",
      dependencies: [
        "TestSupport", "Vocabulary", "HTTPMessages", "Channels", "Recordings", "Flows", "Discovery",
        "Step1CodeVerifier", "Step2AuthorizationRequest", "Step4TokenRequest",
      ]
    ),
    .testTarget(
      name: "PracticeServerTests",
      dependencies: ["TestSupport", "Vocabulary", "HTTPMessages", "LoopbackHTTP", "PracticeServer"]
    ),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["TestSupport", "LoopbackHTTP", "Terminal"]
    ),
    .testTarget(
      name: "NetworkTests",
      dependencies: [
        "TestSupport", "Vocabulary", "HTTPMessages", "Channels", "LoopbackHTTP", "LiveChannels",
        "URLSessionChannel", "workbench-network", "Step1CodeVerifier",
      ]
    ),
    .testTarget(
      name: "TranscriptTests",
      dependencies: [
        "TestSupport", "Vocabulary", "HTTPMessages", "Recordings", "Flows", "Transcript",
        "Step1CodeVerifier",
      ]
    ),
    // Tests of the lessons, the README, and the structure of the repository.
    .testTarget(
      name: "RepositoryTests",
      dependencies: ["TestSupport", "Vocabulary", "Flows", "Lessons", "EmbeddedTexts"]
    ),
    .testTarget(
      name: "RunTests",
      dependencies: [
        "TestSupport", "Vocabulary", "HTTPMessages", "Channels", "LoopbackHTTP", "LiveChannels",
        "Transcript", "Runs", "Attacks",
      ]
    ),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: [
        "TestSupport", "Vocabulary", "HTTPMessages", "Channels", "LoopbackHTTP", "Recordings",
        "LiveChannels", "PracticeServer", "Flows", "Lessons", "Terminal", "Transcript", "Runs",
        "Attacks", "workbench",
        "Step4TokenRequest",
      ],
      exclude: ["Golden"]
    ),
  ],
  // `#embed` requires C23.
  cLanguageStandard: .c2x
)

// The settings of all Swift targets: the features of Swift 7, and warnings as errors.
for target in package.targets where target.name != "EmbeddedTexts" {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .treatAllWarnings(as: .error),
    // The index for editors covers only this package: indexing system modules took a sixth of a
    // clean build. The compiler's check of its own code took a tenth.
    .unsafeFlags([
      "-index-ignore-system-modules", "-Xfrontend", "-disable-llvm-verify",
    ]),
  ]
  // One process compiles a whole module and its interface: starting a compiler for every few files
  // took a third of a clean build. But after a change, it then recompiles the whole module. So
  // modules that others wait for, or that are built last, use all processors instead.
  if !["Transcript", "Runs", "workbench", "WorkbenchTests"].contains(target.name) {
    target.swiftSettings?.append(
      .unsafeFlags([
        "-whole-module-optimization", "-num-threads", "1", "-disable-batch-mode",
        "-no-emit-module-separately-wmo",
      ]))
  }
}
