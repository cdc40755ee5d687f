import HTTPMessages
import Runs
import Transcript

/// A browser that only remembers what any browser leaves behind: the history, what it tells other
/// sites in the Referer field, and what web servers write into their logs.
struct SimulatedBrowser {
  /// The addresses that were shown.
  package private(set) var history: [String] = []
  /// What other sites were told: the page that the browser came from.
  private(set) var referers: [String] = []
  /// What the web servers on the way wrote down.
  package private(set) var logs: [String] = []

  /// A browser that has opened nothing.
  init() {}

  /// A browser after a run: it has opened what the messages of the run made it open.
  init(after report: Report) {
    for step in report.steps {
      if let request = step.sends, request.usesFrontChannel { open(request.url) }
      if case .redirect(let redirect)? = step.received?.message { open(redirect.url) }
    }
  }

  /// The value of a parameter in the history, in a query or a fragment; `nil` if no URL has it.
  func value(of name: String) -> String? {
    history.lazy.map(URLParts.init).flatMap { [$0.query, $0.fragment] }
      .compactMap { part in part.flatMap { try? Form(decoding: $0) }?.value(of: name) }.first
  }

  /// Opens a page.
  package mutating func open(_ url: String) {
    history.append(url)
    logs.append(Self.withoutFragment(url))
  }

  /// Loads something from another site into the page, such as an image.
  package mutating func load(_ url: String) {
    // RFC 9110 §10.1.3: a Referer never has the fragment.
    if let page = history.last { referers.append(Self.withoutFragment(page)) }
    logs.append(Self.withoutFragment(url))
  }

  /// A script of the page changes the address that is shown, and loads it.
  mutating func moveFragmentIntoQuery(to address: String) {
    guard let page = history.last, let fragment = URLParts(page).fragment else { return }
    open(address + "?" + fragment)
  }

  /// Where a value is to be found, with how often.
  package func places(of value: String) -> [(place: String, count: Int)] {
    [("history", history), ("Referer", referers), ("logs", logs)].map { place, texts in
      (place, texts.count { $0.contains(value) || $0.contains(Form.encode(value)) })
    }
  }

  private static func withoutFragment(_ url: String) -> String {
    String(url.prefix { $0 != "#" })
  }
}
