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

  var checkup: Checkup {
    access(path, X_OK) == 0
      ? Checkup("network program", .ok, "it lies beside this one")
      : Checkup(
        "network program", .fix,
        "workbench-network does not lie beside this program: build it with swift build, or copy both"
      )
  }
}
