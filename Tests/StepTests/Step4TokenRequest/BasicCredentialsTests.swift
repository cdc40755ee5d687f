import Foundation
import Step4TokenRequest
import TestSupport
import Testing
import Vocabulary

struct BasicCredentialsTests {
  private func header(_ identifier: String, _ secret: String) -> String {
    BasicCredentials(identifier: identifier, secret: ClientSecret(secret)).headerValue
  }

  @Test func `the published headers come out`() throws {
    let vectors = try PublishedVectors.load().basic
    expect(vectors.count, is: 2)
    for vector in vectors {
      expect(header(vector.client_id, vector.client_secret), is: vector.header, "\(vector.source)")
    }
  }

  static let pairs = [
    ("a:b", "c:d"), ("100%", "%41"), ("with space", " "), ("Müller", "ß€😀"), ("a+b", "c&d=e"),
    ("", "x"), ("\"\\", "'`$"), ("~", "*-._"), ("line\nbreak", "\r\n"),
  ]

  @Test(arguments: pairs)
  func `a server that decodes gets back identifier and secret`(
    identifier: String, secret: String
  ) throws {
    // RFC 6749 §2.3.1: both are form-encoded, then joined by the only colon that is left.
    let value = header(identifier, secret)
    expect(value.hasPrefix("Basic "))
    let data = try #require(Data(base64Encoded: String(value.dropFirst(6))))
    let text = String(decoding: data, as: UTF8.self)
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    expect(parts[0].removingPercentEncoding, is: identifier)
    expect(parts[1].removingPercentEncoding, is: secret)
    expect(!text.contains("+") && text.unicodeScalars.allSatisfy(\.isASCII))
  }

  @Test(.enabled(if: IndependentProgram.exists("python3"), "python3 is not installed"))
  func `Python makes the same headers`() throws {
    let expected = try IndependentProgram.python(
      """
      import sys, base64, urllib.parse
      quote = lambda h: urllib.parse.quote(bytes.fromhex(h), safe="*-._").replace("~", "%7E")
      for line in sys.stdin:
        i, s = line[:-1].split(" ")
        print("Basic " + base64.b64encode((quote(i) + ":" + quote(s)).encode()).decode())
      """, lines: Self.pairs.map { Array($0.0.utf8).hex + " " + Array($0.1.utf8).hex })
    expect(Self.pairs.map { header($0.0, $0.1) }, is: expected)
  }
}
