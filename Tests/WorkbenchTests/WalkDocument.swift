@testable import Runs
import Foundation
import TestSupport

/// The JSON contract as a program in another project would write it down.
struct WalkDocument: Decodable, Hashable {
  let flow: String
  let mode: String
  let scenario: String?
  let server: String
  let steps: [Entry]
  let outcome: String
  let failure: Failure?

  struct Entry: Decodable, Hashable {
    let number: Int
    let name: String
    let title: String
    let sends: Request?
    let received: Response?
    let inputs: [Value]
    let outputs: [Value]
  }

  struct Request: Decodable, Hashable {
    let channel: String
    let method: String
    let url: String
    let fields: [Field]
    let body: String
  }

  struct Response: Decodable, Hashable {
    let status: Int?
    let fields: [Field]
    let body: String
    let origin: String
  }

  struct Field: Decodable, Hashable {
    let name: String
    let value: String
  }

  struct Value: Decodable, Hashable {
    let name: String
    let value: String
    let meaning: String
    let reference: String?
    let origin: String
    let secret: Bool
  }

  struct Failure: Decodable, Hashable {
    let step: Int
    let reason: String
    let message: String
    let next: String
  }

  /// Reads what `--format json` printed.
  init(_ text: String) throws {
    self = try JSONDecoder().decode(WalkDocument.self, from: Data(text.utf8))
  }

  /// The step of a number; `nil` if the run did not come so far.
  func step(_ number: Int) -> Entry? { steps.first { $0.number == number } }
}
