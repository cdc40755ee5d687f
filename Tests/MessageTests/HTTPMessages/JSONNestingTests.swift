import Foundation
import TestSupport
import Testing

@testable import HTTPMessages

/// JSON that is nested deeply, read on a thread with as little stack as macOS gives all but the first.
struct JSONNestingTests {
  /// The outcome of reading a text on a thread with a stack of 512 KiB.
  private func read(_ bytes: [UInt8]) async -> Result<JSONValue, any Error> {
    await withCheckedContinuation { continuation in
      let thread = Thread {
        continuation.resume(returning: Result { try JSONValue(parsing: bytes) })
      }
      thread.stackSize = 512 << 10
      thread.start()
    }
  }

  private func fault(_ text: String) async -> JSONOutline.Fault? {
    guard case .failure(let error) = await read(Array(text.utf8)) else { return nil }
    return error as? JSONOutline.Fault
  }

  private static func nested(_ depth: Int, _ kind: String, around core: String = "1") -> String {
    func isArray(_ level: Int) -> Bool { kind == "arrays" || kind == "both" && level % 2 == 0 }
    let open = (0..<depth).map { isArray($0) ? "[" : #"{"a": "# }
    let close = (0..<depth).reversed().map { isArray($0) ? "]" : "}" }
    return (open + [core] + close).joined()
  }

  static let kinds = ["arrays", "objects", "both"]

  @Test(arguments: [1, 63, 64], kinds)
  func `up to the limit all is read`(depth: Int, kind: String) async throws {
    var value = try await read(Array(Self.nested(depth, kind).utf8)).get()
    var levels = 0
    while true {
      if case .array(let values) = value, let next = values.first {
        value = next
      } else if case .object(let members) = value, let next = members["a"] {
        value = next
      } else {
        break
      }
      levels += 1
    }
    expect(levels == depth && value == .number("1"))
  }

  @Test(arguments: [65, 400, 10_000], kinds)
  func `more levels are refused, whole or broken off`(depth: Int, kind: String) async {
    let whole = Self.nested(depth, kind)
    expect(await fault(whole), is: .tooDeep)
    expect(await fault(String(whole.prefix { $0 != "1" })), is: .tooDeep)
    expect(await fault(#"{"b": "]]]]", "a": \#(whole)}"#), is: .tooDeep)
  }

  /// Each is RFC 8259 §7: a string ends at a quote that no backslash escapes.
  @Test(arguments: [
    String(repeating: "[", count: 1000), String(repeating: #"{\"a\":"#, count: 1000),
    #"\""# + String(repeating: "[{", count: 1000), #"\\\""# + String(repeating: "[", count: 1000),
    #"\u005b"# + String(repeating: "]", count: 1000), String(repeating: #"\\"#, count: 1000),
  ])
  func `brackets in strings and names do not count`(content: String) async throws {
    let text = #"{"\#(content)": ["\#(content)", "\#(content)"]}"#
    let members = try await read(Array(text.utf8)).get()
    guard case .object(let object) = members, case .array(let values)? = object.values.first else {
      Issue.record("\(members.kind)")
      return
    }
    expect(values.count, is: 2)
  }

  @Test(arguments: [#""\\""#, #""\"""#, #""\\\"""#, #""[""#, #""\u0022""#])
  func `a string hides no brackets but its own`(string: String) async {
    let deep = Self.nested(65, "arrays")
    expect(await fault("[\(string), \(deep)]"), is: .tooDeep)
    expect(await fault(Self.nested(64, "objects", around: string)), is: nil)
  }

  @Test func `what is side by side is not nested`() async throws {
    let row = Array(repeating: "[{}]", count: 10_000).joined(separator: ",")
    guard case .array(let values) = try await read(Array("[\(row)]".utf8)).get() else {
      Issue.record("no array")
      return
    }
    expect(values.count, is: 10_000)
  }

  /// RFC 8259 §8.1 requires UTF-8; in UTF-16 a byte of a character could look like a quote.
  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf16])
  func `brackets in another encoding are not read`(encoding: String.Encoding) async throws {
    let text = #"{"\"": \#(Self.nested(400, "both"))}"#
    let bytes = Array(try #require(text.data(using: encoding)))
    guard case .failure(let error) = await read(bytes) else {
      Issue.record("read")
      return
    }
    expect(error as? JSONOutline.Fault, is: .notUTF8)
  }
}
