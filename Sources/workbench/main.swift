import Runs
import Terminal
import Transcript

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

let surroundings = Surroundings(
  program: ProgramName(typed: CommandLine.arguments.first ?? "").text,
  networkProgram: ExecutablePath.sibling("workbench-network"),
  arguments: Array(CommandLine.arguments.dropFirst()),
  environment: ProcessInfo.processInfo.environment,
  console: SystemConsole(width: TerminalColumns.count),
  now: { Int64(Date().timeIntervalSince1970) },
  randomOctets: { count in
    // Swift's system generator is the operating system's secure one.
    var generator = SystemRandomNumberGenerator()
    var octets: [UInt8] = []
    octets.reserveCapacity(count)
    // Eight at a time: each number is a call to the system.
    while octets.count < count {
      withUnsafeBytes(of: generator.next()) {
        octets.append(contentsOf: $0.prefix(count - octets.count))
      }
    }
    return octets
  })

let exitCode = await Workbench(surroundings: surroundings).run()
exit(exitCode.rawValue)
