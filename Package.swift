// swift-tools-version: 6.3
import PackageDescription

// No step may import another, nor `Channels`: a step that reaches the network does not compile.
let steps = [
  "Step1CodeVerifier", "Step2AuthorizationRequest", "Step3AuthorizationResponse",
  "Step4TokenRequest", "Step5TokenResponse",
]

// Every library module, in reading order.
let libraries =
  ["Vocabulary", "HTTPMessages"] + steps
  + ["Channels", "LoopbackHTTP", "Recordings", "LiveChannels", "PracticeServer", "TokenUse"]
  + ["Discovery", "Diagnosis", "Flows", "Lessons", "Transcript", "Terminal", "Runs", "Attacks"]
  + ["ClientCheck"]

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
    // The bytes of recordings and lessons, in C: its `#embed` spares the compiler a long array literal.
    .target(name: "EmbeddedTexts"),
    .target(
      name: "Recordings",
      dependencies: ["Vocabulary", "Channels", "HTTPMessages", "EmbeddedTexts"],
      exclude: ["Messages"]
    ),
    .target(
      name: "LiveChannels", dependencies: ["Channels", "LoopbackHTTP", "HTTPMessages", "Terminal"]),
    // The only module that reaches beyond this machine.
    .target(name: "URLSessionChannel", dependencies: ["Channels", "HTTPMessages"]),
    .target(
      name: "PracticeServer",
      // It derives the challenge as in step 1: PKCE verification is nothing more.
      dependencies: ["Vocabulary", "HTTPMessages", "Channels", "Step1CodeVerifier", "Diagnosis"]
    ),
    .target(
      name: "TokenUse",
      // The requests after the five steps reuse parts of steps 4 and 5.
      dependencies: ["Vocabulary", "HTTPMessages", "Step4TokenRequest", "Step5TokenResponse"]
    ),
    .target(
      name: "Discovery",
      // It accepts only URLs that the back channel accepts.
      dependencies: ["Vocabulary", "HTTPMessages", "Channels"]
    ),
    .target(
      name: "Diagnosis",
      // It runs the steps and explains how a message differs from a valid one.
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
    .target(
      name: "ClientCheck",
      dependencies: [
        "Vocabulary", "HTTPMessages", "Step1CodeVerifier", "PracticeServer", "LoopbackHTTP",
        "Terminal", "EmbeddedTexts",
      ],
      exclude: ["Starters"]
    ),
    // A separate program for the network: loading all of Foundation takes as long as a whole walk, and
    // a program that is never started sends nothing. It has the files of URLSessionChannel through a link:
    // the libraries of a program are linked into every dependent, but its own files are not.
    .executableTarget(
      name: "workbench-network",
      dependencies: ["Channels", "HTTPMessages", "LiveChannels", "LoopbackHTTP"]
    ),
    .executableTarget(
      name: "workbench",
      // The program for the network is built too, but not linked.
      dependencies: ["workbench-network"] + libraries.map { .init(stringLiteral: $0) }
    ),
    // Shared by several test targets. `swift run` does not build it: no product contains it.
    .target(
      name: "TestSupport",
      dependencies: ["Vocabulary", "HTTPMessages", "Channels", "Terminal"]
        + steps.map { .init(stringLiteral: $0) },
      path: "Tests/TestSupport"
    ),
    // A target for each group of modules, so that a change rebuilds the tests of its own group.
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
    // What is written for people, and how the repository is made.
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
        "Attacks", "ClientCheck", "workbench",
        "Step4TokenRequest",
      ],
      exclude: ["Golden"]
    ),
  ],
  // C23 has `#embed`.
  cLanguageStandard: .c2x
)

// One list of settings for all targets: what Swift 7 will switch on, and no warning is left standing.
for target in package.targets where target.name != "EmbeddedTexts" {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .treatAllWarnings(as: .error),
    // The editors' index is made for our own code alone: a sixth of a clean build went into the system's.
    // A tenth went into the compiler checking its own code a second time.
    .unsafeFlags([
      "-index-ignore-system-modules", "-Xfrontend", "-disable-llvm-verify",
    ]),
  ]
  // One process compiles a whole module and makes its interface: starting a compiler for every few files
  // took a third of a clean build. The compiler remarks that it then compiles all of a module again. Modules
  // that others wait for, or that come last, are shared out among the processors instead.
  if !["Transcript", "Runs", "workbench", "WorkbenchTests"].contains(target.name) {
    target.swiftSettings?.append(
      .unsafeFlags([
        "-whole-module-optimization", "-num-threads", "1", "-disable-batch-mode",
        "-no-emit-module-separately-wmo",
      ]))
  }
}
