import Channels
import HTTPMessages
import LiveChannels

/// An order on its way from its line to its result.
enum Order {
  /// Carries out an order.
  static func result(of line: [UInt8]) async -> Result<HTTPResponse, BackChannelFault> {
    guard let order = try? NetworkLine.decode(NetworkOrder.self, from: line) else {
      return .failure(.other("a line is no order"))
    }
    do {
      let channel = URLSessionBackChannel(limits: order.limits)
      return .success(try await channel.response(to: order.request))
    } catch let fault as BackChannelFault {
      return .failure(fault)
    } catch {
      return .failure(.other("the exchange was given up"))
    }
  }
}
