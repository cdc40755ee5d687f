/// Everything that the workbench can explain: one entry for each name in each place.
///
/// Above the general entries are layers: those of a server (`ServerHabits`), and those of one message.
/// A test holds every recording against it, so that nothing on the screen is left unexplained.
public enum Glossary {
  /// The meaning that is shown for a name that a server sent and the glossary does not know.
  public static let unknown = "Unknown: no specification known here names it."

  /// All entries, by place, in the order in which a reader meets them: behind those that hold everywhere,
  /// those of each server, which say so.
  public static let entries: [(place: Place, entries: [GlossaryEntry])] = general.tables.map {
    place, entries in
    let layers = ServerHabits.all.flatMap { habits in
      habits.glossary.entries(in: place).map { $0.listed(at: habits.server) }
    }
    return (place, entries.map { $0.listed() } + layers)
  }

  /// The entry for a name in a place; `nil` if there is none.
  ///
  /// The first that knows the name counts: the server, the message, and what holds everywhere.
  ///
  /// - Parameters:
  ///   - name: The name as it stands in the message.
  ///   - place: The place, since one name may mean different things in different messages.
  ///   - message: The name of the step whose message it is; `nil` for any.
  ///   - server: The server that the message goes to or comes from; `nil` for any.
  /// - Returns: The entry.
  public static func entry(
    named name: String, in place: Place, of message: String? = nil,
    at server: AuthorizationServer? = nil
  ) -> GlossaryEntry? {
    let layers = (server?.habits ?? []).map(\.glossary) + [general]
    return layers.lazy.compactMap { $0.entry(named: name, in: place, of: message) }.first
  }

  /// What holds at every server.
  static let general = GlossaryLayer([
    (.word, words),
    (.insideTheClient, insideTheClient),
    (.authorizationRequest, authorizationRequest + openIDRequest + extendedRequest),
    (.authorizationResponse, authorizationResponse + openIDResponse + extendedRedirect),
    (.implicitResponse, implicitResponse + openIDResponse + openIDTokens),
    (.tokenRequest, tokenRequest + extendedTokenRequest),
    (.tokenResponse, tokenResponse + openIDTokens + openIDResponse + extendedTokenResponse),
    (.tokenUseRequest, tokenUseRequest),
    (.tokenUseResponse, tokenUseResponse + openIDClaims + extendedIntrospection),
    (.metadata, metadata + openIDMetadata + extendedMetadata),
    (.requestField, requestFields),
    (.responseField, responseFields + extendedFields),
  ])
}

/// Entries that hold together: everywhere, or at one server.
struct GlossaryLayer: Sendable {
  let tables: [(place: Place, entries: [GlossaryEntry])]
  /// The entries of a place by name: every value on the screen is looked up.
  private let byName: [Place: [String: [GlossaryEntry]]]

  init(_ tables: [(place: Place, entries: [GlossaryEntry])]) {
    self.tables = tables
    byName = Dictionary(
      tables.map { place, entries in
        (place, Dictionary(grouping: entries) { Self.key($0.name, in: place) })
      }
    ) { first, _ in first }
  }

  /// Header field names are compared without regard to case: RFC 9110 §5.1.
  private static func key(_ name: String, in place: Place) -> String {
    place == .requestField || place == .responseField ? name.lowercased() : name
  }

  /// The entries of a place, in order.
  func entries(in place: Place) -> [GlossaryEntry] {
    tables.first { $0.place == place }?.entries ?? []
  }

  /// The entry for a name, first of the one message and then of all.
  ///
  /// Where no message is named, one for a single message will do, so that a secret is known as one.
  func entry(named name: String, in place: Place, of message: String?) -> GlossaryEntry? {
    let named = (byName[place]?[Self.key(name, in: place)] ?? []).filter {
      $0.message == nil || message == nil || $0.message == message
    }
    return named.first { $0.message == message } ?? named.first
  }
}
