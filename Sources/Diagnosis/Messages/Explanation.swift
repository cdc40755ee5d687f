import HTTPMessages
public import Vocabulary

/// The messages in pasted texts, with their faults alone and compared with each other.
public struct Explanation: Sendable {
  /// A finding with the numbers of its messages.
  public struct Numbered: Hashable, Sendable {
    /// The numbers, counted from 1.
    public let messages: [Int]
    /// The finding.
    public let finding: Finding
  }

  /// The messages, in the order given.
  public let messages: [PastedMessage]
  /// The findings, the worst first.
  public let findings: [Numbered]
  /// The number of pieces of text that were not recognized.
  public let unrecognized: Int

  /// The number of archive entries without an OAuth message.
  public let skipped: Int

  /// Creates the explanation of texts and archives.
  ///
  /// - Parameters:
  ///   - texts: The texts, each with one or more messages.
  ///   - archives: The archives, which are read after the texts.
  ///   - context: The server, the registrations, and the time to explain them with.
  public init(
    _ texts: [String], archives: [HTTPArchive] = [], in context: ExplanationContext
  ) {
    let blocks = texts.flatMap(PastedText.blocks)
    let recognized = blocks.prefix(200).compactMap(MessageReader.message)
    unrecognized = blocks.count - recognized.count
    let exported = archives.map(ArchiveMessages.init)
    skipped = exported.reduce(0) { $0 + $1.skipped }
    let all = recognized.prefix(PastedText.mostMessages) + exported.flatMap(\.messages)
    var read: [PastedMessage] = []
    var context = context
    for message in all.prefix(Self.most) {
      read.append(Self.read(message, after: read, context).adding(Self.rest(of: message)))
      // The metadata of a server applies to the messages after it.
      context = context.learning(ResponseReading.server(of: message))
    }
    messages = read
    let pairs = MessagePairs(read).findings
    let own = zip(1..., read).flatMap { number, message in
      message.findings.map { Numbered(messages: [number], finding: $0) }
    }
    let rest = all.count > Self.most ? [Numbered(messages: [Self.most], finding: Self.cut)] : []
    // A cause that a comparison proves is not also reported as a suspicion.
    let unproved = own.filter { one in
      !pairs.contains {
        $0.messages.contains(one.messages[0])
          && Set(one.finding.causes).isSubset(of: $0.finding.causes)
          && !one.finding.causes.isEmpty
      }
    }
    findings = Self.sorted(pairs + unproved + rest)
  }

  private static func read(
    _ message: PastedMessage, after earlier: [PastedMessage], _ context: ExplanationContext
  ) -> PastedMessage {
    switch message.kind {
    case .authorizationRequest: return AuthorizationRequestReading(message, context).read
    case .authorizationResponse:
      let request = MessageRun(earlier).request(of: message).map { earlier[$0] }
      return RedirectReading(message, request: request, context).read
    case .jsonWebToken:
      var message = message
      message.findings += JSONWebToken.expiry(of: message, at: context.now)
      return message
    case .otherURL: return message.adding(browserRequest)
    default:
      return RequestReading(message, context)?.read
        ?? ResponseReading(message, after: earlier, context)?.read ?? message
    }
  }

  /// The most messages that are explained, more than a few sign-ins have.
  private static let most = 100
  private static let cut = Finding(
    .note, ["more_messages"], "The messages after this one were not read.",
    action: "Export fewer requests.", reference: nil, lesson: 12)

  /// Returns a note about a message that was read only in part, or `nil`.
  private static func rest(of message: PastedMessage) -> Finding? {
    let fields = message.request?.fields ?? message.response?.fields ?? []
    let most = PastedText.mostValues
    guard max(message.values.pairs.count, fields.count) >= most else { return nil }
    return Finding(
      .note, ["more_values"],
      "Only the first \(most) parameters, members, or fields of the message were read.",
      action: "Paste only the OAuth message.", reference: nil, lesson: 12)
  }

  private static let browserRequest = Finding(
    .note, ["no_parameters"], "The URL has no OAuth parameters.",
    why: "Browsers also request pages and icons. That is not an authorization response.",
    action: "If you are waiting for a redirect, keep waiting.", reference: nil, lesson: 3)

  private static func sorted(_ findings: [Numbered]) -> [Numbered] {
    var seen: Set<Numbered> = []
    let unique = findings.filter { seen.insert($0).inserted }
    return Finding.Severity.allCases.flatMap { severity in
      unique.filter { $0.finding.severity == severity }
    }
  }
}
