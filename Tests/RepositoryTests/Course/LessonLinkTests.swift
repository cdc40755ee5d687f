import Foundation
import TestSupport
import Testing

/// What a page points at is there.
struct LessonLinkTests {
  static let pages = Page.course + [Page("README.md")].compactMap { $0 }

  /// Where pages may lead beyond the repository.
  private static let hosts = ["www.rfc-editor.org"]

  @Test(arguments: pages)
  func `every link leads somewhere, and every file that is named exists`(page: Page) throws {
    for link in page.links {
      if let url = URL(string: link), let host = url.host() {
        expect(url.scheme == "https" && Self.hosts.contains(host), "\(page.path): \(link)")
        continue
      }
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let target = parts[0].isEmpty ? page.path : path(String(parts[0]), from: page)
      expect(exists(target), "\(page.path): \(link)")
      guard parts.count == 2 else { continue }
      let goal = try #require(Page(target), "\(page.path): \(link)")
      expect(anchors(of: goal).contains(String(parts[1])), "\(page.path): \(link)")
    }
    for span in page.codeSpans {
      guard
        let name = span.wholeMatch(
          of: #/(?:Sources|Tests|Lessons|Snippets|\.ci)\/[A-Za-z0-9_+.\/-]+/#)?.output
      else { continue }
      expect(exists(String(name)), "\(page.path): \(name)")
    }
  }

  @Test
  func `README and the course's first page lead to every lesson, and README to every snippet`()
    throws
  {
    let links = try #require(Page("README.md")).links
    for page in Page.course where page.name != "README" {
      expect(links.contains(page.path), "\(page.path)")
    }
    for snippet in Snippet.all {
      expect(links.contains("Snippets/\(snippet.name).swift"), "\(snippet.name)")
    }
    let index = try #require(Page("Lessons/README.md")).links
    for page in Page.course where page.name != "README" {
      expect(index.contains("\(page.name).md"), "\(page.path)")
    }
  }

  private func path(_ link: String, from page: Page) -> String {
    var folders = page.path.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/") {
      if part == ".." { _ = folders.popLast() } else { folders.append(String(part)) }
    }
    return folders.joined(separator: "/")
  }

  private func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(
      atPath: Repository.root.appending(path: path).path(percentEncoded: false))
  }

  /// The anchors that a Markdown renderer makes of the headings.
  private func anchors(of page: Page) -> Set<String> {
    let headings = (1...3).flatMap { page.headings(ofLevel: $0) }
    return Set(
      headings.map { heading in
        heading.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
          .replacing(" ", with: "-")
      })
  }
}
