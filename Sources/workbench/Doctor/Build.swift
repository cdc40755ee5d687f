import Terminal

/// What the program was built with and for.
enum Build {
  /// System and processor.
  static var target: String {
    #if arch(x86_64)
      Platform.name + " x86_64"
    #elseif arch(arm64)
      Platform.name + " arm64"
    #else
      Platform.name
    #endif
  }

  /// The version of Swift, as far as a program can know with what it was built, and what a build needs.
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
