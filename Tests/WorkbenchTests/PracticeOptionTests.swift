import Foundation
import PracticeServer
import TestSupport
import Testing

@testable import workbench

struct PracticeOptionTests {
  @Test func `every rule is listed with what it stops and where it is laid down`() async throws {
    let answer = try await Bench().run("practice", "--rules")
    expect(answer.exitCode, is: 0)
    expect(answer.errors, is: "")
    let text = answer.output.replacing(/\n {4}(?! )/, with: " ")
    for rule in Rule.allCases {
      let entry = text.split(separator: "\n").filter { $0.hasPrefix("  \(rule.rawValue) ") }
      expect(entry.count, is: 1)
      expect(entry.first?.contains(" Stops "), is: true)
      expect(entry.first?.firstMatch(of: /(RFC \d{4} §|Fitbit|OWASP|CSP)/) != nil, "\(rule)")
    }
    expect(text.split(separator: "\n").count, is: Rule.allCases.count + 1)
  }

  @Test func `the rules fit a narrow terminal`() async throws {
    let console = TestConsole()
    console.columns = 40
    let answer = try await Bench().run("practice", "--rules", console: console)
    for line in answer.output.split(separator: "\n") { expect(line.count <= 40, "\(line)") }
  }

  @Test(arguments: [
    ("--without", "pkce-verifed", "pkce-verified"), ("--without", "ratelimit", "rate-limit"),
    ("--without", "no-frames", "no-framing"), ("--fault", "gon", "gone"),
    ("--fault", "server_error", "server-error"),
  ])
  func `an unknown word names the nearest`(
    option: String, word: String, nearest: String
  ) async throws {
    let answer = try await Bench().run("practice", option, word)
    expect(answer.exitCode, is: 64)
    expect(answer.output, is: "")
    expect(answer.errors.hasPrefix("workbench: The value of \(option) '\(word)' is not known."))
    expect(answer.errors.contains("Did you mean '\(nearest)'?"))
  }

  @Test func `a word that is near no rule leads to the list`() async throws {
    let answer = try await Bench().run("practice", "--without", "pkce")
    expect(answer.exitCode, is: 64)
    expect(answer.errors.contains("practice --rules"))
  }

  /// Whether a command line of `practice` is refused before anything is started, and how.
  private func refusal(_ words: [String]) throws -> Complaint? {
    do throws(Complaint) {
      _ = try PracticeOptions(Invocation(parsing: ["practice"] + words)).configuration()
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "65536", "-1", "x", "80.0", "8 0", "0x50", "99999999999999999999", "٣", "+80", "",
  ])
  func `a port is a number from 0 to 65535`(port: String) throws {
    let complaint = try #require(try refusal(["--port", port]))
    expect(complaint.exitCode, is: .usage)
    expect(complaint.message.contains("port"))
  }

  @Test(arguments: ["-1", "x", "1.5", "31536001", "1e3", "", "+5"])
  func `a lifetime is a number of seconds`(text: String) throws {
    for option in ["--code-lifetime", "--token-lifetime"] {
      let complaint = try #require(try refusal([option, text]))
      expect(complaint.exitCode, is: .usage)
      expect(complaint.message.contains(option))
    }
  }

  @Test(arguments: ["0.0.0.0", "::", "192.168.1.4", "10.0.0.1", "example.org", "128.0.0.1"])
  func `an address that others can reach is refused`(host: String) async throws {
    let answer = try await Bench().run("practice", "--port", "0", "--host", host)
    expect(answer.exitCode, is: 64)
    expect(answer.output, is: "")
    expect(answer.errors.hasPrefix("workbench: \(host) can be reached by others"))
    expect(answer.errors.contains("practice --host \(host) --expose-to-network"))
  }

  @Test(arguments: ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
  func `an address of this machine alone is taken`(host: String) throws {
    expect(try refusal(["--host", host])?.message, is: nil)
  }

  @Test(arguments: ["callback", "http://127.0.0.1/#here", "/path", "http://a b/"])
  func `what is no redirect URI is not registered`(uri: String) throws {
    let complaint = try #require(try refusal(["--redirect-uri", uri]))
    expect(complaint.exitCode, is: .usage)
    expect(complaint.message.contains(uri))
  }

  @Test func `options that are repeatable are all heard`() throws {
    let words = [
      "--without", "no-store", "--without=rate-limit", "--redirect-uri", "http://a.example/",
      "--redirect-uri", "http://b.example/",
    ]
    let options = try PracticeOptions(Invocation(parsing: ["practice"] + words))
    let configuration = try options.configuration()
    expect(configuration.rulesOff, is: [.noStore, .rateLimit])
    for client in configuration.clients {
      expect(client.redirectURIs.suffix(2), is: ["http://a.example/", "http://b.example/"])
      expect(client.redirectURIs.count, is: 4)
    }
  }

  @Test(arguments: ["--port", "--host", "--clients", "--log", "--fault", "--code-lifetime"])
  func `an option that is not repeatable is refused twice`(option: String) throws {
    let value = option == "--fault" ? "gone" : "1"
    let complaint = try #require(try refusal([option, value, option, value]))
    expect(complaint.exitCode, is: .usage)
  }

  @Test func `a log that cannot be written ends with 73`() async throws {
    let bench = try Bench()
    let answer = await bench.run("practice", "--port", "0", "--log", bench.path("no/such/folder"))
    expect(answer.exitCode, is: 73)
    expect(answer.output, is: "")
    expect(answer.errors.contains("--log"))
  }
}
