import Transcript
import Attacks
import Runs
import TestSupport
import Testing
import Vocabulary

/// What an attacker gets of each flow, asked of the modules without a command line.
struct AttackRunTests {
  private let surroundings = Surroundings(
    arguments: [], environment: [:], console: TestConsole(), now: { 1_795_348_800 },
    randomOctets: { count in (0..<count).map { _ in .random(in: 0...255) } })

  @Test(arguments: Attack.allCases)
  func `an attack works without its defense, and not with it`(attack: Attack) async throws {
    let report = try await attack.report(surroundings)
    expect(report.name, is: attack.rawValue)
    expect(report.runs.count >= 2)
    expect(report.runs.first?.succeeded, is: true)
    expect(report.runs.last?.succeeded, is: false)
  }

  /// RFC 7636 §1: a code that was intercepted is of no use without the verifier.
  @Test func `with PKCE no exchange of a stolen code brings tokens`() async throws {
    let evidence = try await FlowRun.evidence(
      of: Flow.allCases, in: .practice, withAttempts: true, surroundings)
    expect(evidence.map(\.flow.flow), is: Flow.allCases)
    let exchanges = evidence.first { $0.flow.flow == .pkce }?.attempts.filter { $0.secret == .code }
    expect(try !#require(exchanges).isEmpty)
    expect(exchanges?.contains(where: \.succeeded), is: false)
  }

  /// RFC 6749 §4.2: the token itself goes through the browser, and whoever sees it can use it.
  @Test func `a token of the implicit flow is good for whoever saw it`() async throws {
    let evidence = try await FlowRun.evidence(
      of: [.implicit], in: .practice, withAttempts: true, surroundings)
    let uses = evidence.flatMap(\.attempts).filter { $0.secret == .accessToken }
    expect(uses.contains(where: \.succeeded))
  }

  @Test func `a recording is walked without anybody who tries something`() async throws {
    let evidence = try await FlowRun.evidence(
      of: Flow.allCases, in: .dryRun, withAttempts: false, surroundings)
    for one in evidence {
      expect(one.attempts.isEmpty)
      expect(one.report.failure == nil, "\(one.flow.title)")
    }
  }
}
