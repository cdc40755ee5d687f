/// Everything that the workbench can explain: one entry for each name in each place.
///
/// A test holds every recording against it, so that nothing on the screen is left unexplained.
public enum Glossary {
  /// What is shown for a name that a server sent and the glossary does not know.
  public static let unknown = "Unknown: no specification or Fitbit page known here names it."

  /// All entries, by place, in the order in which a reader meets them.
  public static let entries: [(place: Place, entries: [GlossaryEntry])] = [
    (.word, words),
    (.insideTheClient, insideTheClient),
    (.authorizationRequest, authorizationRequest),
    (.authorizationResponse, authorizationResponse),
    (.implicitResponse, implicitResponse),
    (.tokenRequest, tokenRequest),
    (.tokenResponse, tokenResponse),
    (.tokenUseRequest, tokenUseRequest),
    (.tokenUseResponse, tokenUseResponse),
    (.metadata, metadata),
    (.requestField, requestFields),
    (.responseField, responseFields),
  ]

  /// The entry for a name in a place; `nil` if there is none.
  ///
  /// Header field names are compared without regard to case: RFC 9110 §5.1.
  public static func entry(named name: String, in place: Place) -> GlossaryEntry? {
    let isField = place == .requestField || place == .responseField
    let wanted = isField ? name.lowercased() : name
    return entries.first { $0.place == place }?.entries.first {
      (isField ? $0.name.lowercased() : $0.name) == wanted
    }
  }
}
