/// Which program would open the browser.
struct BrowserCheck {
  let environment: [String: String]

  var finding: Finding {
    Finding("browser", .fine, "xdg-open")
  }
}
