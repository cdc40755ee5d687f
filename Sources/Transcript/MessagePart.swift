public import HTTPMessages
public import Vocabulary

/// Splits messages into parts that the glossary explains.
public enum MessagePart {
  /// Returns the query parameters, header fields, and form parameters of a request.
  public static func parts(of request: HTTPRequest, origin: Origin) -> [Parameter] {
    let query = (request.query?.pairs ?? []).map {
      Parameter($0.name, $0.value, in: .authorizationRequest, origin: origin)
    }
    let fields = request.fields.map {
      Parameter($0.name, $0.value, in: .requestField, origin: origin)
    }
    let isTokenRequest = request.form?.value(of: "grant_type") != nil
    let form = (request.form?.pairs ?? []).map {
      Parameter(
        $0.name, $0.value, in: isTokenRequest ? .tokenRequest : .tokenUseRequest, origin: origin)
    }
    return query + fields + form
  }

  /// Returns the parameters and fragment of a redirect, or the header fields of a response.
  ///
  /// The members of a JSON body are outputs of the step that reads it.
  public static func parts(of received: ReceivedReport) -> [Parameter] {
    switch received.message {
    case .redirect(let redirect):
      let query = (try? Form(decoding: redirect.parts.query ?? ""))?.pairs ?? []
      let fragment = redirect.fragmentPairs.map { pair in
        Parameter(pair.name, pair.value, in: redirect.placeOfFragment, origin: received.origin)
      }
      let parameters = query.map {
        Parameter($0.name, $0.value, in: .authorizationResponse, origin: received.origin)
      }
      return parameters + fragment
    case .response(let response):
      return response.fields.map {
        Parameter($0.name, $0.value, in: .responseField, origin: received.origin)
      }
    }
  }
}

extension Redirect {
  /// The parameters of an implicit response in the fragment, or one part named `#fragment`.
  ///
  /// Fitbit's `#_=_` is not a response, though it looks like a parameter named `_`.
  var fragmentPairs: [Form.Pair] {
    guard let fragment = parts.fragment else { return [] }
    return implicitResponse ?? [Form.Pair("#fragment", fragment)]
  }

  /// The place of the fragment's parts: an implicit response, or any other redirect.
  var placeOfFragment: Place {
    implicitResponse == nil ? .authorizationResponse : .implicitResponse
  }

  private var implicitResponse: [Form.Pair]? {
    let pairs = (try? Form(decoding: parts.fragment ?? ""))?.pairs ?? []
    let isResponse = pairs.contains { ["access_token", "error", "state"].contains($0.name) }
    return isResponse ? pairs : nil
  }
}
