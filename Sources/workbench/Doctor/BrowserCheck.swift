import Terminal

/// Which program would open the browser.
struct BrowserCheck {
  let environment: [String: String]

  var checkup: Checkup {
    guard let opener = BrowserOpening.opener(in: environment) else {
      return Checkup(
        "browser", .note,
        "nothing here opens one: open the printed URL yourself, on any machine, and paste the address at "
          + "which it ends")
    }
    return Checkup("browser", .ok, "\(opener) opens it")
  }
}
