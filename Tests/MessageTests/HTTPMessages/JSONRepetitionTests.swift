import HTTPMessages
import TestSupport
import Testing

/// Members that have one name, which RFC 8259 §4 advises against.
struct JSONRepetitionTests {
  @Test(arguments: [
    (#"{"a":1,"b":2}"#, []),
    (#"{"a":1,"a":1}"#, ["a"]),
    (#"{"a":1,"b":2,"a":3,"b":4,"a":5}"#, ["a", "b"]),
    // An escaped name is the same name: RFC 8259 §8.3.
    (#"{"a":1,"\u0061":2}"#, ["a"]),
    (#"{"a":{"x":1,"x":2},"b":{"x":1}}"#, ["a.x"]),
    (#"{"a":[{"x":1,"x":2},{"x":1,"x":2}]}"#, ["a[].x"]),
    (#"[{"x":1},{"x":2}]"#, []),
    (#"[{"x":1,"x":2}]"#, ["[].x"]),
    ("\u{FEFF}{\"a\":1,\"a\":2}", ["a"]),
    (#"{"a":1,"a":"#, []),
  ])
  func `a repeated name is found, and each is named once`(text: String, names: [String]) {
    expect(JSONValue.repeatedNames(in: Array(text.utf8)), is: names, text)
  }
}
