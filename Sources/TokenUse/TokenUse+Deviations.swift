import HTTPMessages
import Step5TokenResponse
public import Vocabulary

extension RefreshResponse: DeviationReporting {
  /// Where the answer departs from RFC 6749 §5.1 or §5.2, though it could be read.
  public var deviations: [Deviation] { response.deviations }
}

extension ResourceResponse: DeviationReporting {
  /// Where a refusal departs from RFC 6750 §3, though it could be read.
  public var deviations: [Deviation] {
    guard response.status == 401, response.fields.value(of: "WWW-Authenticate") == nil else {
      return []
    }
    return [
      Deviation(
        "A 401 has to say in WWW-Authenticate that a Bearer token is wanted, and what was wrong with this one.",
        .rfc6750("3"))
    ]
  }
}

extension IntrospectionResponse: DeviationReporting {
  /// Where the answer departs from RFC 7662 §2.2, though it could be read.
  public var deviations: [Deviation] {
    guard response.status == 200, response.body.count <= TokenResponse.bodyLimit,
      let value = try? JSONValue(parsing: response.body), case .object(let members) = value
    else { return [] }
    var found: [Deviation] = []
    func add(_ text: String) { found.append(Deviation(text, .rfc7662("2.2"))) }
    switch members["active"] {
    case .boolean: break
    case nil: add("active is missing, which every answer has to have.")
    case let value?: add("active is \(value.kind), and not a boolean.")
    }
    for name in ["exp", "iat"] {
      // Seconds have ten digits until the year 2286.
      if case .number(let text) = members[name], text.count > 10 {
        add("\(name) counts milliseconds, and not seconds.")
      }
    }
    if case .string(let scope) = members["scope"], scope.hasPrefix("{") {
      add("scope stands in braces, and is no list of names separated by spaces.")
    }
    return found
  }
}

extension RevocationResponse: DeviationReporting {
  /// Where the answer departs from RFC 7009 §2.2, though it could be read.
  public var deviations: [Deviation] {
    guard 201...299 ~= response.status else { return [] }
    return [
      Deviation(
        "The token was ended with status \(response.status), and not with 200.", .rfc7009("2.2"))
    ]
  }
}
