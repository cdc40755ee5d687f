import Foundation
import PracticeServer
import TestSupport
import Testing
import Vocabulary

@testable import Runs
@testable import workbench

struct PracticeOptionTests {
  @Test func `every rule is listed with what it stops and where it is laid down, at any width`()
    async throws
  {
    let answer = try await Bench().run("practice", "--rules")
    expect(answer.exitCode, is: 0)
    expect(answer.errors, is: "")
    let text = answer.output.replacing(/\n {4}(?! )/, with: " ")
    for rule in Rule.allCases {
      let entry = text.split(separator: "\n").filter { $0.hasPrefix("  \(rule.rawValue) ") }
      expect(entry.count, is: 1)
      expect(entry.first?.contains(" Stops "), is: true)
      expect(
        entry.first?.firstMatch(of: /(RFC \d{4} (§|Appendix )|Fitbit|OWASP|CSP)/) != nil, "\(rule)")
    }
    for feature in Feature.allCases {
      let entry = text.split(separator: "\n").filter { $0.hasPrefix("  \(feature.rawValue) ") }
      expect(entry.count == 1 && entry.first?.contains(" Off: ") == true, "\(feature)")
      expect(entry.first?.firstMatch(of: /RFC \d{4} (§|Appendix)/) != nil, "\(feature)")
    }
    for fault in PracticeFault.allCases {
      let entry = text.split(separator: "\n").filter { $0.hasPrefix("  \(fault.rawValue) ") }
      expect(entry.count == 1 && entry.first?.contains(" A correct client ") == true, "\(fault)")
      expect(entry.first?.firstMatch(of: /RFC \d{4} §/) != nil, "\(fault)")
    }
    // Four headings, and the three forms of an error.
    let switches = Rule.allCases.count + Feature.allCases.count + PracticeFault.allCases.count
    expect(text.split(separator: "\n").count, is: switches + 4 + 3)
    let console = TestConsole()
    console.columns = 40
    let narrow = try await Bench().run("practice", "--rules", console: console)
    for line in narrow.output.split(separator: "\n") { expect(line.count <= 40, "\(line)") }
  }

  @Test(arguments: [
    ("--without", "pkce-verifed", "Did you mean 'pkce-verified'?"),
    ("--without", "ratelimit", "Did you mean 'rate-limit'?"),
    ("--without", "no-frames", "Did you mean 'no-framing'?"),
    ("--without", "pkce", "practice --rules"), ("--fault", "gon", "Did you mean 'gone'?"),
    ("--fault", "server_error", "Did you mean 'server-error'?"),
  ])
  func `an unknown word names the nearest, or leads to the list`(
    option: String, word: String, hint: String
  ) async throws {
    let answer = try await Bench().run("practice", option, word)
    expect(answer.exitCode, is: 64)
    expect(answer.output, is: "")
    let kind = option == "--fault" ? "fault" : "rule or feature"
    expect(answer.errors.hasPrefix("workbench: Unknown \(kind) '\(word)'."))
    expect(answer.errors.contains(hint))
  }

  /// Whether a command line of `practice` is refused before anything is started, and how.
  private func rejection(_ words: [String]) throws -> CommandError? {
    do throws(CommandError) {
      _ = try PracticeOptions(Invocation(parsing: ["practice"] + words).choices).configuration()
      return nil
    } catch {
      return error
    }
  }

  private static let lifetimes = ["-1", "x", "1.5", "31536001", "1e3", "", "+5"]

  /// What an option does not take, and what is said of it.
  static let wrong: [(option: String, values: [String], says: String?)] = [
    // A port is a number from 0 to 65535.
    (
      "--port",
      ["65536", "-1", "x", "80.0", "8 0", "0x50", "99999999999999999999", "٣", "+80", ""], "port"
    ),
    // A lifetime is a number of seconds.
    ("--code-lifetime", lifetimes, "--code-lifetime"),
    ("--token-lifetime", lifetimes, "--token-lifetime"),
    // A redirect URI is absolute, and has no fragment: RFC 6749 §3.1.2. It is named itself.
    ("--redirect-uri", ["callback", "http://127.0.0.1/#here", "/path", "http://a b/"], nil),
  ]

  @Test(arguments: wrong.flatMap { row in row.values.map { (row.option, $0, row.says ?? $0) } })
  func `a value that an option does not take is refused and named`(
    option: String, value: String, says: String
  ) throws {
    let complaint = try #require(try rejection([option, value]))
    // A word of a list is the command line's own; anything else has a grammar, which it breaks.
    let takesWord =
      value.isEmpty || ["--fault", "--with", "--without", "--errors", "--profile"].contains(option)
    expect(complaint.exitCode, is: takesWord ? .usage : .unreadableInput)
    expect(complaint.message.contains(says))
  }

  @Test(arguments: ["0.0.0.0", "::", "192.168.1.4", "10.0.0.1", "128.0.0.1"])
  func `an address that others can reach is refused`(host: String) async throws {
    let answer = try await Bench().run("practice", "--port", "0", "--host", host)
    expect(answer.exitCode, is: 64)
    expect(answer.output, is: "")
    expect(answer.errors.hasPrefix("workbench: Other machines can reach \(host)"))
    expect(answer.errors.contains("practice --host \(host) --expose-to-network"))
  }

  @Test(arguments: ["foo", "example.org", "999.1.1.1", "127.0.0.1.foo"])
  func `a text that is not an address is not called one`(host: String) async throws {
    let answer = try await Bench().run("practice", "--port", "0", "--host", host)
    expect(answer.exitCode, is: 65)
    expect(
      answer.errors.contains("--host is '\(host)', but must be an IP address of this machine."))
    expect(answer.errors.contains("practice --host 127.0.0.1\n"))
  }

  @Test(arguments: ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
  func `an address of this machine alone is taken`(host: String) throws {
    expect(try rejection(["--host", host])?.message, is: nil)
  }

  @Test func `options that are repeatable are all heard`() throws {
    let words = [
      "--without", "no-store", "--without=rate-limit", "--with", "iss", "--with=empty-secret",
      "--redirect-uri", "http://a.example/",
      "--redirect-uri", "http://b.example/",
    ]
    let options = try PracticeOptions(Invocation(parsing: ["practice"] + words).choices)
    let configuration = try options.configuration()
    expect(configuration.rulesOff, is: [.noStore, .rateLimit, .publicClientConsent])
    expect(configuration.features, is: [.crossOrigin, .issuer, .emptySecret])
    for client in configuration.clients {
      expect(client.redirectURIs.suffix(2), is: ["http://a.example/", "http://b.example/"])
      expect(client.redirectURIs.count, is: 4)
    }
  }

  @Test(arguments: ["--port", "--host", "--clients", "--log", "--ready-file", "--code-lifetime"])
  func `an option that is not repeatable is refused twice`(option: String) throws {
    let complaint = try #require(try rejection([option, "1", option, "1"]))
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

extension PracticeOptionTests {
  private func configuration(_ words: String...) throws -> PracticeConfiguration {
    try PracticeOptions(Invocation(parsing: ["practice"] + words).choices).configuration()
  }

  @Test func `a switch says more than the profile, whatever their order`() throws {
    let plain = try configuration("--profile", "rfc")
    expect(plain.features == Set(Feature.allCases) && plain.errors == .rfc6749)
    expect(plain.rulesOff, is: [.oneRefreshToken])
    let switched = try configuration(
      "--without", "iss", "--with", "one-refresh-token", "--errors", "both", "--profile", "rfc")
    expect(switched.features, is: Set(Feature.allCases).subtracting([.issuer]))
    expect(switched.rulesOff.isEmpty && switched.errors == .both)
    // The secrets of the standard clients go with the feature.
    let secret = try configuration("--with", "odd-values").clients.first?.secret?.value
    expect(secret, is: "practice-secret-of-the-server-app/+=%2B:")
  }

  @Test func `faults add up, and those of iss need what they break`() throws {
    let plain = try configuration("--fault", "wrong-state", "--fault=conflict")
    expect(plain.faults == [.wrongState, .conflict] && !plain.features.contains(.issuer))
    expect(try configuration("--fault", "no-iss").features.contains(.issuer))
    let complaint = try #require(try rejection(["--fault", "wrong-iss", "--without", "iss"]))
    expect(complaint.exitCode == .usage && complaint.message.contains("wrong-iss needs"))
  }

  @Test(arguments: ["0.0.0.0", "192.0.2.1", "::"])
  func `control is for this machine only`(host: String) throws {
    let complaint = try #require(
      try rejection(["--control", "--host", host, "--expose-to-network"]))
    expect(complaint.exitCode == .usage && complaint.message.hasPrefix("--control is for tests"))
    expect(try rejection(["--control", "--host", "::1"]), is: nil)
  }

  @Test func `a rule cannot be on and off at once`() throws {
    let complaint = try #require(
      try rejection(["--with", "iss", "--without", "iss"]))
    expect(complaint.message, is: "iss was given to both --with and --without.")
  }
}
