import Channels
import HTTPMessages
import LiveChannels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// This program reads orders and writes reports, each as a line of JSON. It takes nothing from
// arguments or the environment, which other programs could see.

if isatty(STDIN_FILENO) == 1 {
  print(
    "This program sends requests for workbench, which starts it. By itself it does nothing.")
  exit(0)
}
Precautions.prepare()
Precautions.endWithReader()

var orders = LineReader(limit: NetworkLine.longestOrder)
do {
  while let line = try orders.next() {
    guard Output.write(NetworkReport(await Order.result(of: line))) else { break }
  }
} catch {
  _ = Output.write(NetworkReport(.failure(.other("an order is too long"))))
  exit(1)
}
