import TestSupport
import Testing
import Vocabulary

struct HexadecimalTests {
  @Test func `every byte has two lower-case digits, and a code point at least four in upper case`()
  {
    for byte in UInt8.min ... .max { expect(hexadecimal([byte]), is: [byte].hex) }
    expect(hexadecimal([]), is: "")
    expect(hexadecimal([0x00, 0x0F, 0xFF]), is: "000fff")
    expect(hexadecimal(0x1B, digits: 4), is: "001B")
    expect(hexadecimal(0x10FFFF, digits: 4), is: "10FFFF")
  }
}
