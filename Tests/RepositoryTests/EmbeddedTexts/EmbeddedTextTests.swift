import EmbeddedTexts
import Foundation
import TestSupport
import Testing

/// The texts in the program, compared with the files they were made from, in both directions.
struct EmbeddedTextTests {
  private static func texts(_ table: EmbeddedTextTable) -> [(name: String, bytes: Data)] {
    UnsafeBufferPointer(start: table.first, count: Int(table.count)).map { text in
      let bytes = UnsafeBufferPointer(start: text.bytes, count: Int(text.count))
      return (String(cString: text.name), Data(bytes))
    }
  }

  private func compare(_ table: EmbeddedTextTable, with files: [String]) throws {
    let texts = Self.texts(table)
    expect(
      texts.map(\.name).sorted(), is: files.map { String($0.split(separator: "/").last ?? "") })
    for file in files {
      let content = try Data(contentsOf: Repository.root.appending(path: file))
      let text = texts.first { file.hasSuffix("/" + $0.name) }
      expect(text?.bytes, is: content, "\(file)")
    }
  }

  @Test func `every recording and every lesson but the index is embedded, byte for byte`() throws {
    let folder = "Sources/Recordings/Messages"
    try compare(
      embeddedRecordings(), with: Repository.files(under: folder, ending: ".http").sorted())
    let files = Repository.files(under: "Lessons", ending: ".md").filter {
      !$0.hasSuffix("README.md")
    }
    try compare(embeddedLessons(), with: files.sorted())
    try compare(
      embeddedStarters(),
      with: Repository.files(under: "Sources/ClientCheck/Starters", ending: "").sorted())
  }

  @Test func `the C target needs no header of the system`() throws {
    let code = try #require(Repository.text(of: "Sources/EmbeddedTexts/EmbeddedTexts.c"))
    let header = try #require(
      Repository.text(of: "Sources/EmbeddedTexts/include/EmbeddedTexts.h"))
    let includes = (code + header).split(separator: "\n").filter { $0.hasPrefix("#include") }
    expect(includes, is: ["#include \"EmbeddedTexts.h\""])
  }
}
