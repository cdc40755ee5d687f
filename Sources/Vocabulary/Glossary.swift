/// All explanations of the workbench: one entry for each name in each place.
///
/// On top of the general entries are layers: those of a server (`ServerHabits`), and those of one
/// step. A test checks that every name in every recording has an entry.
public enum Glossary {
  /// The meaning shown for a name that a server sent and the glossary does not contain.
  public static let unknown = "Unknown: not in a specification that the workbench covers."

  /// All entries by place, in the order in which a reader meets them.
  ///
  /// The general entries come first, then those of each server, which name the server.
  public static let entries: [(place: Place, entries: [GlossaryEntry])] = general.tables.map {
    place, entries in
    let layers = ServerHabits.all.flatMap { habits in
      habits.glossary.entries(in: place).map { GlossaryRow($0, at: habits.server) }
    }
    var rows: [GlossaryRow] = []
    for row in entries.map({ GlossaryRow($0) }) + layers
    where !rows.indices.contains(where: { rows[$0].absorb(row) }) {
      rows.append(row)
    }
    return (place, rows.map(\.entry))
  }

  /// Returns the entry for a name in a place, or `nil` if there is none.
  ///
  /// A server's entry takes precedence over a general one, and a step's over one for every step.
  ///
  /// - Parameters:
  ///   - name: The name as it appears in the message.
  ///   - place: The place, since a name may mean different things in different messages.
  ///   - message: The name of the step that sends or reads the message; `nil` for any.
  ///   - server: The server that sends or receives the message; `nil` for any.
  /// - Returns: The entry.
  public static func entry(
    named name: String, in place: Place, of message: String? = nil,
    at server: AuthorizationServer? = nil
  ) -> GlossaryEntry? {
    let layers = (server?.habits ?? []).map(\.glossary) + [general]
    // The elements of a list share its entry, unless they have their own, as in `errors[].errorType`.
    let names = [name] + (name.hasSuffix("[]") ? [String(name.dropLast(2))] : [])
    return names.lazy.flatMap { name in
      layers.lazy.compactMap { $0.entry(named: name, in: place, of: message) }
    }.first
  }

  /// The entries that apply to every server.
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

/// A set of entries: the general ones, or those of one server.
struct GlossaryLayer: Sendable {
  let tables: [(place: Place, entries: [GlossaryEntry])]
  /// The entries of a place by name, because every value on the screen is looked up.
  private let byName: [Place: [String: [GlossaryEntry]]]

  init(_ tables: [(place: Place, entries: [GlossaryEntry])]) {
    self.tables = tables
    byName = Dictionary(
      tables.map { place, entries in
        (place, Dictionary(grouping: entries) { Self.key($0.name, in: place) })
      }
    ) { first, _ in first }
  }

  /// Returns the name to compare: header field names ignore case (RFC 9110 §5.1).
  private static func key(_ name: String, in place: Place) -> String {
    place == .requestField || place == .responseField ? name.lowercased() : name
  }

  /// Returns the entries of a place, in order.
  func entries(in place: Place) -> [GlossaryEntry] {
    tables.first { $0.place == place }?.entries ?? []
  }

  /// Returns the entry for a name: that of the step if there is one, or the general one.
  ///
  /// Without a step, an entry of any step counts, so that a secret is recognized as one.
  func entry(named name: String, in place: Place, of message: String?) -> GlossaryEntry? {
    let named = (byName[place]?[Self.key(name, in: place)] ?? []).filter {
      $0.message == nil || message == nil || $0.message == message
    }
    return named.first { $0.message == message } ?? named.first
  }
}
