import Channels
import LiveChannels

/// The back channel of live mode, as the options want it.
enum LiveBackChannel {
  /// Makes the channel; its program is started with the first request.
  static func make(_ invocation: Invocation, _ surroundings: Surroundings) -> NetworkBackChannel {
    NetworkBackChannel(program: surroundings.networkProgram)
  }
}
