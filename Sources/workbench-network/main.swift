import Channels
import URLSessionChannel

let channel = URLSessionBackChannel(limits: BackChannelLimits())
print(channel)
