import Foundation
import TestSupport

/// The vectors of pkce.json: from RFC 7636, RFC 6749 and Fitbit's guide.
struct PublishedVectors: Decodable {
  struct Proof: Decodable {
    let source: String
    let verifier: String
    let challenge: String
  }

  struct Basic: Decodable {
    let source: String
    let client_id: String
    let client_secret: String
    let header: String
  }

  let pkce: [Proof]
  let basic: [Basic]

  static func load() throws -> PublishedVectors {
    try JSONDecoder().decode(PublishedVectors.self, from: Repository.vector("pkce.json"))
  }
}
