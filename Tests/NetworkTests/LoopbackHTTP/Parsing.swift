import HTTPMessages

@testable import LoopbackHTTP

/// What a parser makes of some bytes: requests, and the fault that ends them.
struct Parsing: Equatable {
  var requests: [HTTPRequest] = []
  var closes: [Bool] = []
  var fault: RequestFault?

  /// Parses pieces as they would come from a socket.
  init(_ pieces: some Sequence<[UInt8]>, limits: LoopbackLimits = LoopbackLimits()) {
    var parser = RequestParser(limits: limits, ownAuthority: "own:80")
    do throws(RequestFault) {
      for piece in pieces {
        parser.feed(piece)
        while let request = try parser.next() {
          requests.append(request)
          closes.append(parser.closesConnection)
        }
      }
    } catch {
      fault = error
    }
  }

  static func atOnce(_ text: String, limits: LoopbackLimits = LoopbackLimits()) -> Parsing {
    Parsing([Array(text.utf8)], limits: limits)
  }

  static func byteByByte(_ text: String, limits: LoopbackLimits = LoopbackLimits()) -> Parsing {
    Parsing(text.utf8.map { [$0] }, limits: limits)
  }
}
