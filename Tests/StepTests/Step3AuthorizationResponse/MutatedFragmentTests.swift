import Foundation
import HTTPMessages
import Step3AuthorizationResponse
import TestSupport
import Testing
import Vocabulary

struct MutatedFragmentTests {
  private static let pieces = [
    "&", "=", "?", "#", "%", "%41", "%FF", "+", "/", "\u{0}", "\n", "\u{301}", "😀", "a", "1",
    "state=", "state=x", "access_token=x", "&state=\(Guide.state)", "token_type=", "_=_",
    "error=access_denied&", "expires_in=9", "code=x",
  ]

  private static func mutate(_ text: String, using generator: inout SeededGenerator) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...2, using: &generator) {
      let half = Bool.random(using: &generator) ? 0 : min(30, scalars.count)
      let start = Int.random(in: half...scalars.count, using: &generator)
      let end = Int.random(in: start...min(start + 4, scalars.count), using: &generator)
      let piece = pieces.randomElement(using: &generator) ?? ""
      switch Int.random(in: 0...2, using: &generator) {
      case 0: scalars.insert(contentsOf: piece.unicodeScalars, at: start)
      case 1: scalars.removeSubrange(start..<end)
      default: scalars.replaceSubrange(start..<end, with: piece.unicodeScalars)
      }
    }
    var mutated = String.UnicodeScalarView()
    mutated.append(contentsOf: scalars)
    return String(mutated)
  }

  /// The values of a name in the fragment, read without the workbench.
  private static func values(of name: String, in url: String) -> [String] {
    let scalars = url.unicodeScalars
    guard let mark = scalars.firstIndex(of: "#") else { return [] }
    return scalars[scalars.index(after: mark)...].split(separator: "&").compactMap { part in
      let end = part.firstIndex(of: "=") ?? part.endIndex
      let found = String(String.UnicodeScalarView(part[..<end])).replacing("+", with: " ")
      guard found.removingPercentEncoding == name else { return nil }
      let value = String(String.UnicodeScalarView(part[end...].dropFirst()))
      return value.replacing("+", with: " ").removingPercentEncoding
    }
  }

  @Test func `five thousand mutated redirects give a token only with the right state`() throws {
    let seed: UInt64 = 0x5EED_0004
    var generator = SeededGenerator(seed: seed)
    let right = Guide.redirectURI + TestImplicitResponse.good
    var accepted = 0
    for _ in 0..<5_000 {
      let url = Self.mutate(right, using: &generator)
      let step = try TestImplicitResponse.step(
        url: url, expected: Guide.redirectURI, state: Guide.state, scope: "sleep")
      guard let tokens = try? step.output() else { continue }
      accepted += 1
      let isOwn = Self.values(of: "state", in: url) == [Guide.state]
      expect(isOwn, "\(url), seed \(seed)")
      let token = Self.values(of: "access_token", in: url)
      expect(token, is: [tokens.accessToken.value], "\(url), seed \(seed)")
      let isHere = url.hasPrefix(Guide.redirectURI) && Self.values(of: "error", in: url).isEmpty
      expect(isHere, "\(url), seed \(seed)")
    }
    // Enough of both kinds, or the property says nothing.
    expect((200...4_800).contains(accepted), "\(accepted) of 5000, seed \(seed)")
  }
}
