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

// Orders come in, and reports go out, each as a line of JSON. Nothing stands in arguments or in the
// environment, where other programs could see it.

if isatty(STDIN_FILENO) == 1 {
  print(
    "This program reaches the network for workbench, which starts it; by itself it does nothing.")
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
  _ = Output.write(NetworkReport(.failure(.other("an order is longer than can be read"))))
  exit(1)
}
