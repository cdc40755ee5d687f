import TestSupport
import Testing
import Transcript

struct SecretSearchTests {
  static let secret = "s3cr3t/Wert +äöü&%~\"x"

  /// The secret as Python's urllib, base64, html and binascii write it, alone and one in another.
  static let forms: [(name: String, text: String)] = [
    ("plain", #"s3cr3t/Wert +äöü&%~"x"#),
    ("percent", #"s3cr3t%2FWert%20%2B%C3%A4%C3%B6%C3%BC%26%25~%22x"#),
    ("percent, lower", #"s3cr3t%2fWert%20%2b%c3%a4%c3%b6%c3%bc%26%25%7e%22x"#),
    (
      "percent, all",
      #"%73%33%63%72%33%74%2F%57%65%72%74%20%2B%C3%A4%C3%B6%C3%BC%26%25%7E%22%78"#
    ),
    ("form", #"s3cr3t%2FWert+%2B%C3%A4%C3%B6%C3%BC%26%25~%22x"#),
    (
      "percent twice", #"s3cr3t%252FWert%2520%252B%25C3%25A4%25C3%25B6%25C3%25BC%2526%2525~%2522x"#
    ),
    (
      "percent thrice",
      "s3cr3t%25252FWert%252520%25252B%2525C3%2525A4%2525C3%2525B6%2525C3%2525BC%252526%252525~%252522x"
    ),
    ("json", #"s3cr3t\/Wert +äöü&%~\"x"#),
    (
      "json, all",
      #"\u0073\u0033\u0063\u0072\u0033\u0074\u002f\u0057\u0065\u0072\u0074\u0020\u002b\u00e4\u00f6"#
        + #"\u00fc\u0026\u0025\u007e\u0022\u0078"#
    ),
    (
      "json twice",
      #"\\u0073\\u0033\\u0063\\u0072\\u0033\\u0074\\u002f\\u0057\\u0065\\u0072\\u0074\\u0020\\u002b"#
        + #"\\u00e4\\u00f6\\u00fc\\u0026\\u0025\\u007e\\u0022\\u0078"#
    ),
    ("html", #"s3cr3t/Wert +äöü&amp;%~&quot;x"#),
    (
      "html, decimal",
      "&#115;&#51;&#99;&#114;&#51;&#116;&#47;&#87;&#101;&#114;&#116;&#32;&#43;&#228;&#246;&#252;&#38;"
        + "&#37;&#126;&#34;&#120;"
    ),
    (
      "html, hexadecimal",
      "&#x73;&#x33;&#x63;&#x72;&#x33;&#x74;&#x2F;&#x57;&#x65;&#x72;&#x74;&#x20;&#x2B;&#xE4;&#xF6;"
        + "&#xFC;&#x26;&#x25;&#x7E;&#x22;&#x78;"
    ),
    ("other case", #"S3CR3T/WERT +äöü&%~"X"#),
    ("base64", "czNjcjN0L1dlcnQgK8Okw7bDvCYlfiJ4"),
    ("base64 behind one byte", "YXMzY3IzdC9XZXJ0ICvDpMO2w7wmJX4ieA=="),
    ("base64 behind two bytes", "YWJzM2NyM3QvV2VydCArw6TDtsO8JiV+Ing="),
    ("base64 behind other digits", "xyzYXMzY3IzdC9XZXJ0ICvDpMO2w7wmJX4ieHp6"),
    ("base64url", "Pz9zM2NyM3QvV2VydCArw6TDtsO8JiV-Ing"),
    (
      "Basic",
      "Basic QUJDMTIzOnMzY3IzdCUyRldlcnQlMjAlMkIlQzMlQTQlQzMlQjYlQzMlQkMlMjYlMjV+JTIyeA=="
    ),
    ("Basic in a query", "Basic%20QUJDMTIzOnMzY3IzdC9XZXJ0ICvDpMO2w7wmJX4ieA%3D%3D"),
    ("base64 twice", "Y3pOamNqTjBMMWRsY25RZ0s4T2t3N2JEdkNZbGZpSjQ="),
    ("hexadecimal", "7333637233742f57657274202bc3a4c3b6c3bc26257e2278"),
    ("hexadecimal, upper", "7333637233742F57657274202BC3A4C3B6C3BC26257E2278"),
    ("hexadecimal behind a digit", "f7333637233742f57657274202bc3a4c3b6c3bc26257e2278"),
    (
      "base64 of hexadecimal",
      "NzMzMzYzNzIzMzc0MmY1NzY1NzI3NDIwMmJjM2E0YzNiNmMzYmMyNjI1N2UyMjc4"
    ),
    (
      "percent in json",
      #"s3cr3t\u00252FWert\u002520\u00252B\u0025C3\u0025A4\u0025C3\u0025B6\u0025C3\u0025BC\u002526"#
        + #"\u002525~\u002522x"#
    ),
  ]

  private func search(_ secret: String = secret, encodesAnew: Bool = true) -> SecretSearch {
    SecretSearch([(secret, "placeholder-for-it")], encodesAnew: encodesAnew)
  }

  @Test(arguments: forms)
  func `a secret is found in every form`(name: String, text: String) {
    for surrounding in [("", ""), ("before=", "&after"), ("{\"a\": \"", "\"}"), ("<p>", "</p>")] {
      let whole = Array((surrounding.0 + text + surrounding.1).utf8)
      expect(search().first(in: whole), is: "placeholder-for-it")
      for encodesAnew in [true, false] {
        let hidden = search(encodesAnew: encodesAnew).replacing(in: whole)
        expect(search().first(in: hidden), is: nil)
        let shown = String(decoding: hidden, as: UTF8.self)
        expect(shown.hasPrefix(surrounding.0) && shown.hasSuffix(surrounding.1), "\(shown)")
      }
    }
  }

  @Test func `a placeholder is encoded as the secret was`() {
    let search = SecretSearch([("DEF456", "placeholder-for-it")], encodesAnew: true)
    // base64 of ABC123:placeholder-for-it, by Python.
    let basic = "Basic QUJDMTIzOnBsYWNlaG9sZGVyLWZvci1pdA=="
    expect(search.replacing(in: "Basic QUJDMTIzOkRFRjQ1Ng=="), is: basic)
    let encoded = "Basic%20QUJDMTIzOnBsYWNlaG9sZGVyLWZvci1pdA%3D%3D"
    expect(search.replacing(in: "a=Basic%20QUJDMTIzOkRFRjQ1Ng%3D%3D&b=1"), is: "a=\(encoded)&b=1")
    expect(
      search.replacing(in: "got 444546343536."), is: "got 706c616365686f6c6465722d666f722d6974.")
  }

  @Test func `what holds no secret, or one of three characters, stays as it is, byte for byte`() {
    for text in ["", "%", "%zz \\", "\\u12", "&;&#99999999;", "YWJj====", "ÿ%C3", "++==//--__"] {
      expect(search().replacing(in: Array(text.utf8)), is: Array(text.utf8))
    }
    let bytes = (0...255).map { UInt8($0) } + (0...255).reversed().map { UInt8($0) }
    expect(search().replacing(in: bytes), is: bytes)
    expect(search("abc").replacing(in: "abcabc"), is: "abcabc")
  }

  @Test
  func `of two secrets the longer one is replaced, and one that is part of its placeholder ends`() {
    let search = SecretSearch(
      [("abcd", "one"), ("abcdef", "two"), ("ABCDEF", "three")], encodesAnew: true)
    expect(search.replacing(in: "abcdefg abcd ABCDEF"), is: "twog one three")
    let part = SecretSearch([("for-it", "placeholder-for-it")], encodesAnew: true)
    expect(part.replacing(in: "for-it").hasSuffix("placeholder-for-it"))
    expect(part.first(in: Array("placeholder-for-it".utf8)) != nil)
  }

  @Test func `any chain of encodings is seen through`() {
    var random = SeededGenerator(seed: 7636)
    for _ in 0..<150 {
      let length = Int.random(in: 6...40, using: &random)
      let secret = String(
        (0..<length).map { _ in "abcXYZ019-._~+/=%&\"\\ ".randomElement(using: &random) ?? "a" })
      var text = secret
      let links = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        SecretChain.Link.allCases.randomElement(using: &random) ?? .percent
      }
      guard links.count(where: \.isOpaque) <= 2 else { continue }
      for link in links { text = link.encode(text) }
      expect(
        search(secret).first(in: Array(("x=" + text).utf8)) != nil, "\(secret): \(links) \(text)")
    }
  }
}
