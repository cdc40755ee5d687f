import HTTPMessages
public import Vocabulary

extension MetadataResponse: DeviationReporting {
  /// Where the description departs from RFC 8414 §2 and §3.2, though it could be read.
  public var deviations: [Deviation] {
    guard let members = try? members() else { return [] }
    var found: [Deviation] = []
    let type = response.fields.value(of: "Content-Type")
    if type?.lowercased().hasPrefix("application/json") != true {
      found.append(
        Deviation(
          "The description comes as \(type ?? "nothing named"), and not as application/json.",
          .rfc8414("3.2")))
    }
    if members.strings("response_types_supported") == nil {
      found.append(
        Deviation("response_types_supported is missing, which is required.", .rfc8414("2")))
    }
    return found
  }
}
