public import Vocabulary

/// One case of `check`: the poison, the condition for passing, and the section that it tests.
public struct CheckCase: Sendable {
  /// The part of the flow that a case examines, in the order in which a client is written.
  public enum Stage: String, CaseIterable, Sendable {
    /// A run in which nothing is poisoned.
    case honestRun = "A"
    /// The authorization response, which comes through the browser.
    case redirect = "B"
    /// The response of the token endpoint.
    case tokenResponse = "C"
    /// Calls of the API, and refreshes.
    case tokensInUse = "D"
    /// The metadata of a server that is known only by its issuer.
    case discovery = "E"

    /// The name of the stage.
    public var title: String {
      switch self {
      case .honestRun: "honest run"
      case .redirect: "redirect"
      case .tokenResponse: "token response"
      case .tokensInUse: "tokens in use"
      case .discovery: "discovery"
      }
    }
  }

  /// The weight of a case: the word of the section that it cites, or experience.
  public enum Level: String, CaseIterable, Comparable, Sendable {
    /// The section says MUST, or the flow does not work otherwise.
    case must
    /// The section says SHOULD.
    case should
    /// No section requires it of every client; deployed clients need it.
    case practice

    /// Orders the levels by weight, the heaviest first.
    public static func < (first: Level, second: Level) -> Bool { first.rank < second.rank }

    private var rank: Int { self == .must ? 0 : self == .should ? 1 : 2 }
  }

  /// The processes that a case starts.
  enum Runs: Sendable {
    /// One process.
    case one
    /// The honest run of A1, which several cases read.
    case shared
    /// Two processes, one after the other, in one folder: the second finds the tokens of the first.
    case oneFolder
    /// One process signs in. Two more run in its folder at once, and a last one after them.
    case twoAtOnce
    /// One process signs in, and then the revoke command runs in its folder.
    case revocation

    /// The turns, one after the other.
    var turns: [Turn] {
      switch self {
      case .one, .shared: [Turn()]
      case .oneFolder: [Turn(), Turn()]
      case .twoAtOnce: [Turn(), Turn(processes: 2), Turn()]
      case .revocation: [Turn(), Turn(revokes: true)]
      }
    }
  }

  /// A part of a case: the processes that run at once, until all of them have ended.
  struct Turn: Sendable {
    var processes = 1
    /// Whether the revoke command runs instead of the client.
    var revokes = false
  }

  /// An option of the check without which a case says nothing about the client.
  enum Need: String, Sendable {
    /// The client is told the issuer alone, and reads the metadata.
    case discovery = "--discover"
    /// The client has a secret.
    case secret = "--app-type server"
    /// The client can revoke its tokens.
    case revokeCommand = "--revoke-command"
  }

  /// The identifier, such as `B1`.
  public let id: String
  /// The situation, in a few words.
  public let title: String
  /// The section that the case tests.
  public let section: Reference
  /// The lesson that explains it.
  public let lesson: Int
  /// The consequence of failing, in a sentence.
  public let reason: String
  /// The change that makes a client pass, in a sentence.
  public let advice: String
  let ownLevel: Level
  let levelWithDiscovery: Level?
  let poisons: [Poison]
  let runs: Runs
  let needs: [Need]
  let condition: Condition

  init(
    _ id: String, _ title: String, _ level: Level, _ section: Reference, lesson: Int,
    needs: [Need] = [], poisons: [Poison] = [Poison()], runs: Runs = .one,
    levelWithDiscovery: Level? = nil,
    passes condition: Condition, why reason: String, fix advice: String
  ) {
    self.id = id
    self.title = title
    self.section = section
    self.lesson = lesson
    self.reason = reason
    self.advice = advice
    ownLevel = level
    self.levelWithDiscovery = levelWithDiscovery
    self.poisons = poisons
    self.runs = runs
    self.needs = needs
    self.condition = condition
  }

  /// The stage that the identifier names.
  public var stage: Stage { Stage(rawValue: String(id.prefix(1))) ?? .honestRun }

  /// The options of the check without which this case is skipped.
  public var neededOptions: [String] { needs.map(\.rawValue) }

  /// The behavior that passes, in a sentence.
  public var expected: String { condition.expected }

  /// The level, which can be higher for a client that knows the server only by its issuer.
  public func level(isDiscovered: Bool) -> Level {
    isDiscovered ? levelWithDiscovery ?? ownLevel : ownLevel
  }

  /// Every case, in the order in which a client is written.
  public static let all: [CheckCase] =
    honestRun + redirect + tokenResponse + tokensInUse + discovery
}
