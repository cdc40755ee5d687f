import Foundation
import HTTPMessages
import Step3AuthorizationResponse
import TestSupport
import Testing
import Vocabulary

struct MutatedRedirectTests {
  private static let pieces = [
    "&", "=", "?", "#", "%", "%41", "%FF", "+", "/", ":", "\u{0}", "\n", "\u{301}", "😀", "a",
    "state=", "state=x", "code=", "code=x", "&state=\(Guide.state)", "&code=\(Guide.code)", "_=_",
    "error=access_denied&",
  ]

  private static func mutate(_ text: String, using generator: inout SeededGenerator) -> String {
    var scalars = Array(text.unicodeScalars)
    // Most at the end of the URL, because the front of it must be right to get any further.
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let half = Bool.random(using: &generator) ? 0 : min(30, scalars.count)
      let start = Int.random(in: half...scalars.count, using: &generator)
      let end = Int.random(in: start...min(start + 4, scalars.count), using: &generator)
      let piece = pieces.randomElement(using: &generator) ?? ""
      switch Int.random(in: 0...3, using: &generator) {
      case 0: scalars.insert(contentsOf: piece.unicodeScalars, at: start)
      case 1: scalars.removeSubrange(start..<end)
      case 2: scalars.replaceSubrange(start..<end, with: piece.unicodeScalars)
      default: scalars.insert(contentsOf: scalars[start...], at: start)
      }
    }
    var mutated = String.UnicodeScalarView()
    mutated.append(contentsOf: scalars)
    return String(mutated)
  }

  /// The values of a name, read without the workbench.
  private static func values(of name: String, in url: String) -> [String] {
    let scalars = url.unicodeScalars.prefix { $0 != "#" }
    guard let mark = scalars.firstIndex(of: "?") else { return [] }
    return scalars[scalars.index(after: mark)...].split(separator: "&").compactMap { part in
      let end = part.firstIndex(of: "=") ?? part.endIndex
      let found = String(String.UnicodeScalarView(part[..<end])).removingPercentEncoding
      guard found == name else { return nil }
      let value = String(String.UnicodeScalarView(part[end...].dropFirst()))
      return value.replacing("+", with: " ").removingPercentEncoding
    }
  }

  @Test func `five thousand mutated redirects give a code only with the right state`() throws {
    let seed: UInt64 = 0x5EED_0003
    var generator = SeededGenerator(seed: seed)
    let right = "\(Guide.redirectURI)?code=\(Guide.code)&state=\(Guide.state)#_=_"
    let redirectURI = try RedirectURI(Guide.redirectURI)
    var accepted = 0
    for _ in 0..<5_000 {
      let url = Self.mutate(right, using: &generator)
      let step = AuthorizationResponse(
        redirect: Redirect(url: url), expectedRedirectURI: redirectURI,
        expectedState: State(Guide.state), expectedIssuer: .unknown, origin: .recorded)
      guard let code = try? step.output() else { continue }
      accepted += 1
      expect(Self.values(of: "state", in: url), is: [Guide.state], "\(url), seed \(seed)")
      expect(Self.values(of: "code", in: url), is: [code.value], "\(url), seed \(seed)")
      expect(url.hasPrefix(Guide.redirectURI + "?"), "\(url), seed \(seed)")
      expect(Self.values(of: "error", in: url).isEmpty, "\(url), seed \(seed)")
    }
    // Enough of both kinds, or the property says nothing.
    expect((200...4_800).contains(accepted), "\(accepted) of 5000, seed \(seed)")
  }
}
