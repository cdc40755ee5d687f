import Foundation
import HTTPMessages
import Recordings
import TestSupport
import Testing

struct RecordingFilesTests {
  static let folder = Repository.root.appending(path: "Sources/Recordings/Messages")

  private static var pattern: Regex<(Substring, Substring, Substring)> {
    #/(?:pkce|code|implicit|client-credentials)-[a-z-]+-([2-5])-(request|response)\.http/#
  }

  private func names() throws -> [String] {
    // Finder leaves a .DS_Store behind.
    try FileManager.default.contentsOfDirectory(atPath: Self.folder.path(percentEncoded: false))
      .filter { !$0.hasPrefix(".") }
  }

  @Test func `the library holds every file as it lies in the folder, and nothing else`() throws {
    let library = try RecordingLibrary.all().map(\.name)
    expect(Set(library).count, is: library.count)
    expect(library.sorted(), is: (try names()).sorted())
    // Each file must be under its own name, not under that of another.
    for recording in try RecordingLibrary.all() {
      let data = try Data(contentsOf: Self.folder.appending(path: recording.name))
      expect(try HTTPMessageText(Array(data)), is: recording.message, "\(recording.name)")
    }
  }

  @Test func `names say flow, scenario, step and direction`() throws {
    for recording in try RecordingLibrary.all() {
      let match = recording.name.wholeMatch(of: Self.pattern)
      let (step, direction) = try #require(match.map { ($0.output.1, $0.output.2) })
      expect((direction == "request"), is: (step == "2" || step == "4"), "\(recording.name)")
      if direction == "request" {
        #expect(throws: Never.self) { try recording.message.request() }
      } else {
        #expect(throws: Never.self) { try recording.message.response() }
      }
    }
  }

  @Test func `each begins with where it comes from and when that was read`() throws {
    for recording in try RecordingLibrary.all() {
      let first = try #require(recording.provenance.first, "\(recording.name)")
      let isDated = first.contains(#/^Reconstructed \d{4}-\d{2}-\d{2} from /#)
      expect(isDated, "\(recording.name)")
      let data = try Data(contentsOf: Self.folder.appending(path: recording.name))
      expect(data.first, is: UInt8(ascii: "#"), "\(recording.name)")
      // One ending of lines throughout, so that a checkout changes nothing.
      expect(!data.contains(UInt8(ascii: "\r")), "\(recording.name)")
    }
  }

  @Test func `what the server's words are not known for is called unsourced`() throws {
    let unsourced = try RecordingLibrary.all().filter(\.isUnsourced).map(\.name)
    expect(
      unsourced.sorted(),
      is: [
        "client-credentials-granted-5-response.http",
        "client-credentials-not-authorized-5-response.http", "code-denied-3-response.http",
        "code-redirect-mismatch-5-response.http", "code-state-tampered-3-response.http",
        "implicit-denied-3-response.http", "implicit-state-tampered-3-response.http",
        "pkce-denied-3-response.http", "pkce-gone-5-response.http",
        "pkce-not-json-5-response.http", "pkce-rate-limited-5-response.http",
        "pkce-redirect-mismatch-5-response.http", "pkce-state-tampered-3-response.http",
        "pkce-wrong-verifier-5-response.http",
      ])
  }

  @Test func `every response has the scenarios' time, and the fields that its kind must have`()
    throws
  {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    // RFC 9110 §5.6.7: the preferred format of a date.
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    for recording in try RecordingLibrary.all() where recording.name.hasSuffix("response.http") {
      let fields = recording.message.fields
      let text = try #require(fields.value(of: "Date"), "\(recording.name)")
      let date = try #require(formatter.date(from: text), "\(recording.name)")
      expect(Int64(date.timeIntervalSince1970), is: Scenario.recordedAt, "\(recording.name)")
      expect(formatter.string(from: date), is: text, "\(recording.name)")
      // RFC 6749 §5.2 and RFC 9110 §15.5.2: 401 comes with WWW-Authenticate.
      let hasChallenge = fields.value(of: "WWW-Authenticate") != nil
      let status = try recording.message.response().status
      expect(hasChallenge, is: (status == 401), "\(recording.name)")
      // RFC 6749 §5.1: a token response may not be stored.
      guard recording.name.hasSuffix("5-response.http") else { continue }
      expect(fields.value(of: "Cache-Control"), is: "no-store", "\(recording.name)")
      expect(fields.value(of: "Pragma"), is: "no-cache", "\(recording.name)")
    }
  }
}
