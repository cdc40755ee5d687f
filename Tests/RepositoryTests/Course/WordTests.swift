import Foundation
import TestSupport
import Testing

/// One word for one thing, in the lessons, the help, the glossary and everything else on the screen.
struct WordTests {
  /// A word that is not to be used.
  struct Avoided: CustomTestStringConvertible {
    let pattern: String
    /// What to say instead.
    let say: String
    /// Contexts in which it is right: other people's words, and names.
    var allowed: [String] = []

    var testDescription: String { pattern }
  }

  static let avoided = [
    Avoided(
      pattern: #"\bcallback\b"#, say: "redirect, redirect URI",
      allowed: ["/callback", "%2Fcallback"]),
    Avoided(
      pattern: #"\bredirect url\b"#, say: "redirect URI, or the redirect",
      allowed: ["Takes a redirect URL."]),
    Avoided(pattern: #"\bauth code\b"#, say: "authorization code, code"),
    Avoided(pattern: #"\b(auth|oauth) (server|provider)\b"#, say: "authorization server"),
    Avoided(pattern: #"\bidentity provider\b"#, say: "authorization server"),
    Avoided(
      pattern: #"\blog(ged|ging|s)?[ -]?in\b"#, say: "sign in",
      // The value of the parameter `prompt`, and the name of a member.
      allowed: [
        "prompt=login", "login consent", "consent, login", "case login", "for: \"login\"",
        "\"login\"", "let login", "(.login", "loginConsent", "\"loginhint\"",
      ]),
    Avoided(pattern: #"\blog(ged|ging)?[ -]?out\b"#, say: "sign out"),
    Avoided(pattern: #"\bcode hash\b|\bhash of the (code )?verifier\b"#, say: "code challenge"),
    Avoided(pattern: #"\bpermissions\b"#, say: "scope", allowed: ["insufficient_permissions"]),
    Avoided(
      pattern: #"\bresource owner\b"#, say: "user",
      allowed: [
        "RFC 6749 says resource owner", "Resource Owner Password Credentials Grant",
      ]),
    Avoided(
      pattern: #"\bresource server\b"#, say: "API",
      allowed: ["RFC 6749 says resource server"]),
    Avoided(pattern: #"\b(app|consumer|api) (secret|key)\b"#, say: "client secret, client id"),
    Avoided(pattern: #"\bconsumer\b"#, say: "client"),
    Avoided(
      pattern: #"\bnonce\b"#, say: "state",
      allowed: [
        "'nonce'", "\"nonce\"", "`nonce`", "DPoP-Nonce", "contain the nonce", "Provided Nonce",
      ]),
    Avoided(
      pattern: #"\bOAuth2\b"#, say: "OAuth 2.0",
      allowed: [
        "/oauth2", ".oauth2", "oauth2.", "OAuth21", "oauth2/", "\"oauth2\"", "oauth2-fitbit",
        "OAuth2 Token", "--oauth2-bearer", "ruby-oauth2", "rack-oauth2", "Net::OAuth2",
      ]),
    Avoided(pattern: #"\bweb site\b"#, say: "website"),
    Avoided(pattern: #"\bwebview\b"#, say: "web view"),
    Avoided(pattern: #"\b(white|black)list"#, say: "a list of what is allowed, or rejected"),
    Avoided(pattern: #"\b(he|she|his|her|him)\b"#, say: "they"),
    Avoided(
      pattern: #"\b(simply|easily|obviously|basically|trivially|of course)\b"#,
      say: "nothing: it is not to a reader who is stuck", allowed: ["of course:"]),
    Avoided(pattern: #"\b(e\.g\.|i\.e\.|etc\.)"#, say: "for example, that is, and others"),
  ]

  /// Every text that a person reads: pages, and the sources of the screens.
  private static let texts: [(path: String, text: String)] =
    (Repository.files(under: "Lessons", ending: ".md") + ["README.md"]
    + Repository.files(under: "Snippets", ending: ".swift")
    + Repository.files(under: "Sources", ending: ".swift", ".http"))
    .compactMap { path in Repository.text(of: path).map { (path, $0) } }

  @Test(arguments: avoided)
  func `a word that is not to be used is not used`(avoided: Avoided) throws {
    // This one works through three hundred files in a moment, where Swift's own takes a minute.
    let pattern = try NSRegularExpression(
      pattern: avoided.pattern, options: [.caseInsensitive])
    for (path, text) in Self.texts {
      let whole = NSRange(text.startIndex..., in: text)
      guard pattern.firstMatch(in: text, range: whole) != nil else { continue }
      var text = text
      for context in avoided.allowed { text = text.replacing(context, with: "") }
      let line = pattern.firstMatch(in: text, range: NSRange(text.startIndex..., in: text))
        .flatMap { Range($0.range, in: text) }.map { text[text.lineRange(for: $0)] }
      // The handout teaches the right words by naming the wrong ones.
      guard let line, !line.hasPrefix("**Say.**") else { continue }
      Issue.record("\(path): instead of '\(avoided.pattern)' say: \(avoided.say)\n  \(line)")
    }
  }

  @Test func `there is something to read`() { expect(Self.texts.count > 300) }
}
