import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Transcript

@testable import workbench

/// The help for tests with the practice server.
struct PracticeHelpTests {
  private let style = TextStyle(width: 80, usesColor: false)

  @Test(arguments: [HelpTopic.liveMode, .practiceControl, .practiceTests])
  func `a topic fits a terminal`(topic: HelpTopic) {
    for line in topic.text(style).split(separator: "\n") {
      expect(line.count <= 80, "\(topic.rawValue): \(line)")
      expect(!line.contains("\t"))
    }
  }

  @Test func `each request that control answers is documented`() {
    let text = HelpTopic.practiceControl.text(style)
    for path in PracticeServer.controlPaths { expect(text.contains("\nPOST \(path)"), "\(path)") }
  }

  @Test func `each recipe stands between its marks, whole`() throws {
    let text = HelpTopic.practiceTests.text(style)
    var files: [String: String] = [:]
    for match in text.matches(of: #/\n---- (\S+)\n([^\0]*?\n)----\n/#) {
      files[String(match.output.1)] = String(match.output.2)
    }
    expect(
      Set(files.keys), is: ["flow.sh", "test_flow.py", "flow_test.go", "FlowTest.java"])
    for (name, content) in files {
      for word in ["--port", "--ready-file", "--auto-approve", "--control", "reset", "clock"] {
        expect(content.contains(word), "\(name): \(word)")
      }
    }
  }
}
