extension SequenceValue.Visibility {
  /// The name of the style, in `PageStyle`.
  var style: String {
    switch self {
    case .browser: "browser"
    case .direct: "direct"
    }
  }

  /// Mark and words, for beside a name.
  var badge: HTML { .element("span", ["class": "mark " + style], "\(mark) \(text)") }
}
