import Channels
import HTTPMessages
import LiveChannels

/// The execution of an order, from its line of JSON to its result.
enum Order {
  /// Sends the request of an order and returns the response.
  static func result(of line: [UInt8]) async -> Result<HTTPResponse, BackChannelFault> {
    guard let order = try? NetworkLine.decode(NetworkOrder.self, from: line) else {
      return .failure(.other("a line is not an order"))
    }
    do {
      let channel = URLSessionBackChannel(limits: order.limits)
      return .success(try await channel.response(to: order.request))
    } catch let fault as BackChannelFault {
      return .failure(fault)
    } catch {
      return .failure(.other("the exchange was canceled"))
    }
  }
}
