import HTTPMessages
import Runs
import Transcript

/// A browser reduced to the traces of a visit.
///
/// It records the history, the Referer field that other sites receive, and the logs of web servers.
struct SimulatedBrowser {
  /// The URLs that were opened.
  package private(set) var history: [String] = []
  /// The values of the Referer field that other sites received.
  private(set) var referers: [String] = []
  /// The URLs in the logs of the web servers.
  package private(set) var logs: [String] = []

  /// Creates a browser with an empty history.
  init() {}

  /// Creates a browser that has opened the URLs of a run.
  init(after report: Report) {
    for step in report.steps {
      if let request = step.sends, request.usesFrontChannel { open(request.url) }
      if case .redirect(let redirect)? = step.received?.message { open(redirect.url) }
    }
  }

  /// Returns a parameter from a query or fragment in the history, or `nil` if no URL has it.
  func value(of name: String) -> String? {
    history.lazy.map(URLParts.init).flatMap { [$0.query, $0.fragment] }
      .compactMap { part in part.flatMap { try? Form(decoding: $0) }?.value(of: name) }.first
  }

  /// Adds a URL to the history and, without its fragment, to the logs.
  package mutating func open(_ url: String) {
    history.append(url)
    logs.append(Self.withoutFragment(url))
  }

  /// Loads a resource of another site into the page, such as an image.
  package mutating func load(_ url: String) {
    // RFC 9110 §10.1.3: a Referer never has the fragment.
    if let page = history.last { referers.append(Self.withoutFragment(page)) }
    logs.append(Self.withoutFragment(url))
  }

  /// Opens a URL with the page's fragment as its query, as the page's own script would.
  mutating func moveFragmentIntoQuery(to url: String) {
    guard let page = history.last, let fragment = URLParts(page).fragment else { return }
    open(url + "?" + fragment)
  }

  /// Counts the occurrences of a value in each place.
  package func places(of value: String) -> [(place: String, count: Int)] {
    [("history", history), ("Referer", referers), ("logs", logs)].map { place, texts in
      (place, texts.count { $0.contains(value) || $0.contains(Form.encode(value)) })
    }
  }

  private static func withoutFragment(_ url: String) -> String {
    String(url.prefix { $0 != "#" })
  }
}
