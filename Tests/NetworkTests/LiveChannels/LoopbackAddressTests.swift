import TestSupport
import Testing

@testable import LiveChannels
@testable import LoopbackHTTP

struct LoopbackAddressTests {
  static let elsewhere = [
    "https://127.0.0.1:8089/callback", "http://127.0.0.1/callback", "http://example.org:80/",
    "http://127.0.0.2:8089/", "http://0.0.0.0:8089/", "http://user@127.0.0.1:8089/",
    "http://127.0.0.1:8089@evil.example:80/", "http://localhost.:8089/", "myapp://callback",
    "http://127.0.0.1:0/", "http://127.0.0.1:65536/", "http://127.0.0.1:+8089/",
    "http://127.0.0.1:/", "http://::1:8089/", "",
  ]

  @Test(
    arguments: [
      ("http://127.0.0.1:8089/callback", ["127.0.0.1"]),
      ("http://localhost:8089", ["127.0.0.1", "::1"]), ("http://[::1]:8089/x?y", ["::1"]),
    ] + elsewhere.map { ($0, nil) } as [(String, [String]?)])
  func `a loopback redirect URI says where to listen, and nothing listens anywhere else`(
    uri: String, hosts: [String]?
  ) {
    let address = LoopbackAddress(uri)
    expect(address?.hosts, is: hosts)
    expect(address?.port, is: hosts == nil ? nil : 8089)
  }

  /// Listens on paper: each host answers as the table says.
  private func listen(_ answers: [String: LoopbackFault]) throws(LoopbackFault) -> [String] {
    let address = LoopbackAddress("http://localhost:8089/callback")
    return try address?.listeners { host throws(LoopbackFault) in
      if let fault = answers[host] { throw fault }
      return host
    } ?? []
  }

  // RFC 8252 §7.3: whichever is available is used.
  @Test(arguments: [
    LoopbackFault.addressUnavailable("::1"), .system("Address family not supported by protocol"),
  ])
  func `a machine may lack one of the two`(fault: LoopbackFault) throws {
    expect(try listen([:]), is: ["127.0.0.1", "::1"])
    expect(try listen(["::1": fault]), is: ["127.0.0.1"])
    expect(try listen(["127.0.0.1": fault]), is: ["::1"])
    #expect(throws: fault) { try listen(["127.0.0.1": .system("first"), "::1": fault]) }
  }

  @Test(arguments: ["127.0.0.1", "::1"], [LoopbackFault.portTaken(8089), .permissionDenied(8089)])
  func `a port that is taken on either is not ours`(host: String, fault: LoopbackFault) {
    #expect(throws: fault) { try listen([host: fault]) }
  }
}
