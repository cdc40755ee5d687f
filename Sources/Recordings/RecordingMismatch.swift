import Channels
import HTTPMessages
public import Vocabulary

/// The error for a request that no recording matches, with the differences from the nearest one.
public struct RecordingMismatch: Error, Hashable, Sendable {
  /// One parameter that differs.
  public struct Difference: Hashable, Sendable {
    /// The parameter or header field.
    public let name: String
    /// The value in the recording, or `nil` if it is missing.
    public let recorded: String?
    /// The value in the request, or `nil` if it is missing.
    public let sent: String?
  }

  /// The step that sent the request.
  public let step: StepNumber
  /// The name of the nearest recording.
  public let recording: String
  /// The differences of the request from it; never empty.
  public let differences: [Difference]

  /// Compares a request with the recordings that have a response.
  ///
  /// - Throws: `RecordingMismatch` with the nearest, unless the request equals one of them.
  static func check(_ request: HTTPRequest, against recordings: [Recording], step: StepNumber)
    throws
  {
    let compared = try recordings.map { recording in
      RecordingMismatch(
        step: step, recording: recording.name,
        differences: differences(between: try recording.request(), and: request))
    }
    let nearest = compared.min { $0.differences.count < $1.differences.count }
    if let nearest, !nearest.differences.isEmpty { throw nearest }
  }

  private static func differences(
    between recorded: HTTPRequest, and sent: HTTPRequest
  ) -> [Difference] {
    let (left, right) = (values(of: recorded), values(of: sent))
    var seen: Set<String> = []
    let names = (left + right).map(\.name).filter { seen.insert($0).inserted }
    return names.compactMap { name in
      // A repeated parameter makes a different request, even if its first value is right.
      let (one, other) = (text(of: name, in: left), text(of: name, in: right))
      return one == other ? nil : Difference(name: name, recorded: one, sent: other)
    }
  }

  private static func text(of name: String, in values: [(name: String, value: String)]) -> String? {
    let found = values.filter { $0.name == name }.map(\.value)
    return found.isEmpty ? nil : found.joined(separator: " and ")
  }

  /// Returns everything in a request that a server would read, by name.
  private static func values(of request: HTTPRequest) -> [(name: String, value: String)] {
    let target = [
      ("method", request.method), ("URL", URLParts(request.url).withoutQueryAndFragment),
    ]
    // The fields that the channel adds are not part of the client's request.
    let own = request.fields.filter { !ChannelFields.ofChannel.contains($0.name.lowercased()) }
    let fields = own.map { ($0.name, $0.value) }
    let parameters = ((request.query?.pairs ?? []) + (request.form?.pairs ?? []))
      .map { ($0.name, $0.value) }
    return target + fields + parameters
  }
}

/// The error for a missing response: the flow does not use this channel, or the run ended here.
public struct NoRecording: Error, Hashable, Sendable {
  /// The step that sent the request.
  public let step: StepNumber
}
