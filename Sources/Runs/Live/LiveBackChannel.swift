import Channels
package import LiveChannels

/// The back channel of live mode, as the options want it.
package enum LiveBackChannel {
  /// Makes the channel; its program is started with the first request.
  package static func make(_ choices: Choices, _ surroundings: Surroundings) -> NetworkBackChannel {
    NetworkBackChannel(program: surroundings.networkProgram)
  }
}
