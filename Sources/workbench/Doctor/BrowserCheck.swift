import Terminal

/// Which program would open the browser.
struct BrowserCheck {
  let environment: [String: String]

  var finding: Finding {
    guard let opener = BrowserOpening.opener(in: environment) else {
      return Finding(
        "browser", .noteworthy,
        "nothing here opens one: open the printed URL yourself, on any machine, and paste the address at "
          + "which it ends")
    }
    return Finding("browser", .fine, "\(opener) opens it")
  }
}
