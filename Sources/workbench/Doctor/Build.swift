import Terminal

/// The compiler and the target of the build.
enum Build {
  /// The system and the processor.
  static var target: String {
    #if arch(x86_64)
      Platform.name + " x86_64"
    #elseif arch(arm64)
      Platform.name + " arm64"
    #else
      Platform.name
    #endif
  }

  /// The Swift version, as far as the compiler condition tells, and the requirements of a build.
  static var swift: Checkup {
    #if compiler(>=6.4)
      let version = "6.4 or later"
    #else
      let version = "6.3"
    #endif
    return Checkup(
      "Swift", .ok, "built with \(version). A build needs \(Workbench.requirements).")
  }
}
