import TestSupport
import Testing
import Vocabulary

struct StateTests {
  @Test func `a state matches itself and nothing else`() {
    let state = State("xyz")
    expect(state.matches("xyz"))
    for other in ["", "xy", "xyzz", "XYZ", "xyz "] { expect(!state.matches(other)) }
  }

  @Test func `sixteen random octets make twenty-two characters`() {
    // 16 octets are 128 bits: 22 characters of 6 bits each.
    expect(
      State(randomOctets: [UInt8](repeating: 0, count: 16)).value, is: "AAAAAAAAAAAAAAAAAAAAAA")
  }
}
