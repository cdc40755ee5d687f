import HTTPMessages
import TestSupport
import Testing

struct HTTPMessageWritingTests {
  @Test func `what was written is read as the same`() throws {
    let request = HTTPRequest(
      method: "POST", url: "http://127.0.0.1:8088/token?a=b",
      fields: [HTTPField("Accept", "application/json")], body: Array("a=b\n\nc".utf8))
    let text = HTTPMessageText(request, remarks: ["One.", "Two."])
    let read = try HTTPMessageText(text.bytes)
    expect(read.remarks, is: ["One.", "Two."])
    let again = try read.request(scheme: "http")
    expect(again.url == request.url && again.body == request.body)
    expect(again.fields, is: [HTTPField("Host", "127.0.0.1:8088")] + request.fields)
    expect(try read.request().url, is: "https://127.0.0.1:8088/token?a=b")
    // A response that was written is read as the same.
    for body in [[], Array("# no remark\n".utf8), [0, 255, 10, 13]] as [[UInt8]] {
      let response = HTTPResponse(
        status: 418, fields: [HTTPField("A", "b: c"), HTTPField("A", "")], body: body)
      let written = HTTPMessageText(response, remarks: [])
      expect(try HTTPMessageText(written.bytes).response(), is: response)
    }
  }

  @Test func `no text begins a line of its own`() throws {
    let response = HTTPResponse(
      status: 200,
      fields: [HTTPField("A", "x\r\nInjected: y"), HTTPField("B\n", "c"), HTTPField("", "d")])
    let text = HTTPMessageText(response, remarks: ["one\nHTTP/1.1 500 No"])
    let read = try HTTPMessageText(text.bytes)
    expect(try read.response().status, is: 200)
    expect(read.fields.value(of: "Injected") == nil && read.remarks.count == 1)
  }
}
