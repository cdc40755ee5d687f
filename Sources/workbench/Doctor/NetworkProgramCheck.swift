#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether the program for the network lies beside this one.
struct NetworkProgramCheck {
  let path: String

  var finding: Finding {
    access(path, X_OK) == 0
      ? Finding("network program", .fine, "it lies beside this one")
      : Finding(
        "network program", .wanting,
        "workbench-network does not lie beside this program: build it with swift build, or copy both"
      )
  }
}
