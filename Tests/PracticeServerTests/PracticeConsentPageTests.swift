import Foundation
import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

struct PracticeConsentPageTests {
  @Test(arguments: ["activity", "sleep profile weight", "profile  profile activity"])
  func `the consent page lists the scopes that were asked for, and ticks none`(
    scope: String
  ) async {
    let answer = await PracticeRig().authorize(PracticeRig.request().with("scope", scope))
    expect(answer.status, is: 200)
    let boxes = answer.text.matches(of: #/<input type="checkbox" name="scope" value="([^"]*)">/#)
    expect(boxes.map { String($0.output.1) }, is: Scope(scope).names)
    expect(answer.text.matches(of: #/type="checkbox"/#).count, is: boxes.count)
    expect(!answer.text.contains("checked"))
    expect(answer.text.contains("CLI001") && answer.text.contains("127.0.0.1:8089"))
  }

  /// Markup, attribute ends, and marks that turn the direction of writing.
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onfocus='alert(1)",
    "</code><h1>", "&lt;script&gt;", "\u{202E}evil\u{2066}", "a\u{0}b\u{1B}[2J", "<\u{301}script>",
    "\"\u{308}onload=\"",
  ]

  @Test(
    arguments: hostile,
    ["client_id", "state", "scope", "redirect_uri", "response_type", "code_challenge", "prompt"])
  func `nothing from the request acts on a page`(text: String, name: String) async {
    let rig = PracticeRig()
    for form in [
      PracticeRig.request().with(name, text),
      PracticeRig.request().adding(text, "1").adding(text, "2"),
    ] {
      let page = await rig.authorize(form).text
      expectHarmless(page, against: text)
    }
  }

  private func expectHarmless(_ page: String, against text: String) {
    let bytes = Array(page.utf8)
    expect(!bytes.contains(0x1B) && !bytes.contains(0))
    expect(!page.unicodeScalars.contains { "\u{202E}\u{2066}".unicodeScalars.contains($0) })
    for piece in ["<script", "<img", "</code><h1", "onfocus='", "onload=\""] {
      // Bytes, as a browser reads them: an accent behind a bracket does not hide it.
      expect(Data(page.utf8).range(of: Data(piece.utf8)), is: nil, "\(text): \(piece)")
    }
    expect(!page.unicodeScalars.contains("\u{301}") || !page.contains("<\u{301}"))
  }

  @Test func `a registered client with markup in its name is escaped, too`() async {
    let name = "<script>\"'&"
    let rig = PracticeRig {
      $0.clients = [
        PracticeClient(
          identifier: name, applicationType: .client, secret: nil,
          redirectURIs: [PracticeRig.redirectURI])
      ]
    }
    for page in [await rig.authorize(PracticeRig.request(name)).text, await rig.get("/").text] {
      expect(page.contains("&lt;script&gt;&quot;&#39;&amp;"))
      expect(!page.contains("<script"))
    }
  }

  @Test func `every page forbids framing, Referer, caching and everything foreign`() async throws {
    let rig = PracticeRig()
    let pages = [
      await rig.authorize(), await rig.authorize(Form([])), await rig.get("/"),
      await rig.get("/nowhere"),
      await rig.post("/oauth2/authorize/decision", ["decision": "allow"]),
    ]
    expect(pages.map(\.status), is: [200, 400, 200, 404, 400])
    for page in pages {
      expect(page.field("Cache-Control"), is: "no-store")
      expect(page.field("X-Frame-Options"), is: "DENY")
      expect(page.field("Referrer-Policy"), is: "no-referrer")
      expect(page.field("X-Content-Type-Options"), is: "nosniff")
      let policy = try #require(page.field("Content-Security-Policy"))
      for directive in [
        "default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'",
      ] { expect(policy.contains(directive)) }
      expect(!page.text.contains("<script") && !page.text.contains("src="))
    }
    let policies = try pages.map { try #require($0.field("Content-Security-Policy")) }
    expect(policies[0].contains("form-action 'self' http://127.0.0.1:8089;"))
    expect(policies[1].contains("form-action 'self';"))
  }

  @Test(arguments: [
    ("myapp://callback", "myapp://callback;"), ("com.example.app:/callback", "com.example.app:;"),
    ("http://[::1]:8089/callback", "http:;"), ("http://127.0.0.1:1/a", "http://127.0.0.1:1;"),
  ])
  func `the form may lead to the redirect URI in the end`(uri: String, source: String) async {
    let rig = PracticeRig {
      $0.clients = PracticeClient.standard.map { $0.registering([uri]) }
    }
    let answer = await rig.authorize(PracticeRig.request().with("redirect_uri", uri))
    expect(answer.status, is: 200)
    expect(
      answer.field("Content-Security-Policy")?.contains("form-action 'self' \(source)"), is: true)
  }

  @Test func `the browser gets a cookie that no script reads, and keeps the one it has`()
    async throws
  {
    let rig = PracticeRig()
    let first = try #require(await rig.authorize().field("Set-Cookie"))
    expect(first.hasSuffix("; Path=/oauth2; HttpOnly; SameSite=Lax"))
    let pair = try #require(first.split(separator: ";").first)
    expect(pair.count, is: "practice_browser=".count + 22)
    let second = await rig.authorize(fields: [HTTPField("Cookie", "a=b; \(pair)")])
    expect(second.field("Set-Cookie"), is: first)
    // A cookie from elsewhere could be one that an attacker knows.
    let planted = await rig.authorize(fields: [HTTPField("Cookie", "practice_browser=fixed")])
    let third = try #require(planted.field("Set-Cookie"))
    expect(!third.contains("fixed") && third != first)
  }
}
