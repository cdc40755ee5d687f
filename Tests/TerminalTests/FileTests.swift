import Foundation
import Terminal
import TestSupport
import Testing

struct FileTests {
  private func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func `a locked file is replaced for its owner alone, in a folder that git leaves alone`()
    throws
  {
    let scratch = try ScratchFolder()
    let file = LockedFile(path: scratch.path("new/file"))
    for content in ["one", "two"] {
      try file.replace(with: Array(content.utf8), survivesPowerLoss: content == "two")
      expect(try scratch.text("new/file"), is: content)
    }
    expect(try permissions(scratch.path("new/file")), is: 0o600)
    expect(try scratch.names(in: "new"), is: [".gitignore", "file", "file.lock"])
    expect(try scratch.text("new/.gitignore"), is: "*\n")
    try file.remove()
    try file.remove()
    expect(try scratch.names(in: "new"), is: [".gitignore"])
  }

  @Test func `what a crash left is overwritten, and a link is not followed`() throws {
    let scratch = try ScratchFolder()
    try scratch.write("another's", to: "other")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("file.new"), withDestinationPath: scratch.path("other"))
    try LockedFile(path: scratch.path("file")).replace(with: [0x61], survivesPowerLoss: false)
    expect(try scratch.text("file"), is: "a")
    expect(try scratch.text("other"), is: "another's")
    expect(try scratch.names(), is: ["file", "file.lock", "other"])
  }

  @Test func `a file that cannot be replaced is as it was, and nothing is beside it`() throws {
    let scratch = try ScratchFolder()
    try scratch.write("in a folder", to: "file/inner")
    let file = FileReplacement(
      path: scratch.path("file"), aside: scratch.path("aside"), isPrivate: false)
    #expect(throws: SystemFault(EISDIR)) {
      try file.replace(with: [0x61], survivesPowerLoss: false)
    }
    expect(try scratch.names(), is: ["file"])
    let nowhere = FileReplacement(
      path: scratch.path("no/file"), aside: scratch.path("no/aside"), isPrivate: false)
    #expect(throws: SystemFault(ENOENT)) {
      try nowhere.replace(with: [], survivesPowerLoss: false)
    }
  }

  @Test func `a file is read up to its limit`() throws {
    let scratch = try ScratchFolder()
    try scratch.write("12345", to: "file")
    expect(try FileReading.read(path: scratch.path("file"), limit: 5), is: Array("12345".utf8))
    #expect(throws: FileReading.Fault.tooLarge(limit: 4)) {
      try FileReading.read(path: scratch.path("file"), limit: 4)
    }
    for path in ["none", "file/none"] {
      #expect(throws: FileReading.Fault.notFound) {
        try FileReading.read(path: scratch.path(path), limit: 4)
      }
    }
    #expect(throws: FileReading.Fault.system("it is a folder")) {
      try FileReading.read(path: scratch.path(""), limit: 4)
    }
    // Without a writer an ordinary open would wait for one.
    expect(mkfifo(scratch.path("pipe"), 0o600), is: 0)
    expect(try FileReading.read(path: scratch.path("pipe"), limit: 4), is: [])
  }

  @Test(arguments: [true, false]) func `a pipe is read to its end, however slowly it is written`(
    waits: Bool
  ) throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("pipe")
    expect(mkfifo(path, 0o600), is: 0)
    // Opened for both, so that a reader that does not wait has a writer from the first.
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    // On a thread of its own: the reader keeps the one that it is on.
    Thread.detachNewThread {
      for piece in ["in", "valid", "_grant"] {
        usleep(20_000)
        _ = piece.withCString { write(descriptor, $0, piece.utf8.count) }
      }
      close(descriptor)
    }
    let bytes = try FileReading.read(path: path, limit: 100, waits: waits)
    expect(String(decoding: bytes, as: UTF8.self), is: "invalid_grant")
  }

  @Test func `lines are appended, and others may no longer read them`() throws {
    let scratch = try ScratchFolder()
    try scratch.write("old\n", to: "log")
    try LineFile(appendingTo: scratch.path("log")).append("new")
    expect(try scratch.text("log"), is: "old\nnew\n")
    expect(try permissions(scratch.path("log")), is: 0o600)
    #expect(throws: SystemFault.self) { try LineFile(appendingTo: scratch.path("")) }
  }
}
