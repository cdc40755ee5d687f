import HTTPMessages

/// One request of the browser to the client's redirect URI.
struct PoisonedRedirect {
  var method = "GET"
  let url: String
  var host: String?

  /// The request as sent; a body only for POST.
  var bytes: [UInt8] {
    let parts = URLParts(url)
    let target = (parts.path.isEmpty ? "/" : parts.path) + (parts.query.map { "?" + $0 } ?? "")
    let form = method == "POST" ? parts.query ?? "" : ""
    return Array(
      ("\(method) \(method == "POST" ? parts.path : target) HTTP/1.1\r\n"
        + "Host: \(host ?? parts.authority)\r\n"
        + (form.isEmpty
          ? ""
          : "Content-Type: \(Form.mediaType)\r\nContent-Length: \(form.utf8.count)\r\n")
        + "User-Agent: workbench-check\r\nConnection: close\r\n\r\n" + form).utf8)
  }
}

extension RedirectPoison {
  /// The requests that the browser sends instead of the real redirect.
  func redirects(for url: String, issuer: String) -> [PoisonedRedirect] {
    let real = PoisonedRedirect(url: url)
    func changed(_ change: (inout [Form.Pair]) -> Void) -> PoisonedRedirect {
      PoisonedRedirect(url: Self.changed(url, change))
    }
    switch self {
    case .otherState: return [changed { $0.changeState(Self.changedNearEnd) }]
    case .stateInOtherCase: return [changed { $0.changeState(Self.swappedCase) }]
    case .noState: return [changed { $0.removeAll { $0.name == "state" } }]
    case .repeatedState(let isFirst):
      return [
        changed { $0.insert(Form.Pair("state", "attackers-state"), at: isFirst ? 0 : $0.count) }
      ]
    case .repeatedCode: return [changed { $0.insert(Form.Pair("code", "attackers-code"), at: 0) }]
    case .forgedErrorFirst:
      let forged = changed {
        $0 = Self.denial + $0.filter { $0.name == "state" }
        $0.changeState(Self.changedNearEnd)
      }
      return [forged, real]
    case .otherIssuer: return [changed { $0.set("iss", "https://attacker.example") }]
    case .issuerWithSlash: return [changed { $0.set("iss", issuer + "/") }]
    case .noIssuer: return [changed { $0.removeAll { $0.name == "iss" } }]
    case .rightIssuer: return [changed { $0.set("iss", issuer) }]
    case .unknownParameters:
      return [
        changed { $0 += [Form.Pair("session_state", "b2"), Form.Pair("example", "a b/ü")] }
      ]
    case .onlyState: return [changed { $0.removeAll { $0.name == "code" } }]
    case .emptyCode: return [changed { $0.set("code", "") }]
    case .emptyState: return [changed { $0.set("state", "") }]
    case .noiseFirst: return Self.noise(before: real)
    case .hostileDescription:
      let description = Form.Pair("error_description", Self.hostileText)
      return [changed { $0 = Self.denial + [description] + $0.filter { $0.name == "state" } }]
    case .twice: return [real, real]
    case .otherHost:
      return [PoisonedRedirect(url: url, host: "attacker.example")]
    }
  }

  private static let denial = [Form.Pair("error", "access_denied")]
  /// Markup that runs a script, with and without the element of that name.
  static let hostileMarkup = ["<script>alert(1)", "<img src=x onerror=alert(1)>"]
  /// An escape sequence that clears a terminal, and scripts.
  static let hostileText =
    "\u{1B}[2J\u{1B}]0;owned\u{07}<script>alert(1)</script><img src=x onerror=alert(1)>"

  /// The state with another character before the last one, which can have bits that no decoder reads.
  private static func changedNearEnd(_ state: String) -> String {
    let rest = state.dropLast()
    return String(rest.dropLast()) + (rest.hasSuffix("x") ? "y" : "x") + state.suffix(1)
  }

  /// The state with uppercase letters for lowercase ones and the other way round.
  ///
  /// The case of a hexadecimal state has no meaning for a client that decodes it.
  private static func swappedCase(_ state: String) -> String {
    let isHexadecimal = state.allSatisfy { $0.isHexDigit || $0 == "-" }
    let swapped = state.map { $0.isLowercase ? $0.uppercased() : $0.lowercased() }.joined()
    return isHexadecimal || swapped == state ? changedNearEnd(state) : swapped
  }

  private static func noise(before real: PoisonedRedirect) -> [PoisonedRedirect] {
    let parts = URLParts(real.url)
    let origin = "\(parts.scheme)://\(parts.authority)"
    let query = "?" + (parts.query ?? "").replacing("code=", with: "code=attackers")
    return [
      PoisonedRedirect(url: origin + "/favicon.ico"),
      PoisonedRedirect(method: "POST", url: origin + parts.path + query),
      PoisonedRedirect(method: "HEAD", url: origin + parts.path + query),
      PoisonedRedirect(url: origin + "/other" + query),
      real,
    ]
  }

  /// The redirect with its parameters changed.
  private static func changed(_ url: String, _ change: (inout [Form.Pair]) -> Void) -> String {
    let parts = URLParts(url)
    var pairs = parts.query.flatMap { try? Form(decoding: $0) }?.pairs ?? []
    change(&pairs)
    return parts.withoutQueryAndFragment + "?" + Form(pairs).encoded
  }
}

extension [Form.Pair] {
  /// Replaces the parameter of a name, or adds it.
  fileprivate mutating func set(_ name: String, _ value: String) {
    removeAll { $0.name == name }
    append(Form.Pair(name, value))
  }

  /// Replaces the state with what is made of it.
  fileprivate mutating func changeState(_ change: (String) -> String) {
    set("state", change(first { $0.name == "state" }?.value ?? ""))
  }
}
