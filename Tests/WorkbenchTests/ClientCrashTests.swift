import TestSupport
import Testing

@testable import ClientCheck

/// Outputs of programs in several languages, as their runtimes printed them, with shorter paths.
struct ClientCrashTests {
  @Test(arguments: [
    (
      """
      Traceback (most recent call last):
        File "client.py", line 1, in <module>
          try: {}['a']
      KeyError: 'a'

      During handling of the above exception, another exception occurred:

      Traceback (most recent call last):
        File "client.py", line 2, in <module>
          except KeyError: int('x')
      ValueError: invalid literal for int() with base 10: 'x'
      """, "ValueError: invalid literal for int() with base 10: 'x'"
    ),
    (
      """
      Traceback (most recent call last):
        File "client.py", line 3, in <module>
          raise ValidationError()
      ValidationError: 1 validation error for Token
      access_token
        Field required [type=missing, input_value={'error': 'x'}, input_type=dict]
      """, "ValidationError: 1 validation error for Token"
    ),
    (
      "Sending\r\nTraceback (most recent call last):\r\n  File \"a.py\"\r\nKeyError: 'a'",
      "KeyError: 'a'"
    ),
    (
      """
        + Exception Group Traceback (most recent call last):
        |   File "client.py", line 1, in <module>
        | ExceptionGroup: many (2 sub-exceptions)
        +-+---------------- 1 ----------------
          | ValueError: 1
          +------------------------------------
      """, "ValueError: 1"
    ),
    (
      """
      client.js:1
      null.x
           ^

      TypeError: Cannot read properties of null (reading 'x')
          at Object.<anonymous> (client.js:1:6)
          at node:internal/main/run_main_module:28:49

      Node.js v20.19.2
      """, "TypeError: Cannot read properties of null (reading 'x')"
    ),
    (
      """
      Error: Cannot find module 'nope'
      Require stack:
      - client.js
          at Module._resolveFilename (node:internal/modules/cjs/loader:1207:15) {
        code: 'MODULE_NOT_FOUND',
        requireStack: [ 'client.js' ]
      }

      Node.js v20.19.2
      """, "Error: Cannot find module 'nope'"
    ),
    (
      "panic: assignment to entry in nil map\n\ngoroutine 1 [running]:\nmain.main()\n\tmain.go:2 +0x2e",
      "panic: assignment to entry in nil map"
    ),
    (
      "client.rb:1:in `<main>': undefined method `foo' for nil:NilClass (NoMethodError)\n\nnil.foo\n   ^^^^",
      "client.rb:1:in `<main>': undefined method `foo' for nil:NilClass (NoMethodError)"
    ),
    (
      "client.rb:3:in 'Object#read': end of file reached (EOFError)\n\tfrom client.rb:9:in '<main>'",
      "client.rb:3:in 'Object#read': end of file reached (EOFError)"
    ),
    (
      """
      PHP Fatal error:  Uncaught JsonException: Syntax error in client.php:1
      Stack trace:
      #0 client.php(1): json_decode()
      #1 {main}
        thrown in client.php on line 1
      """, "PHP Fatal error:  Uncaught JsonException: Syntax error in client.php:1"
    ),
    (
      "Can't call method \"foo\" on an undefined value at client.pl line 1.",
      "Can't call method \"foo\" on an undefined value at client.pl line 1."
    ),
    (
      "lua5.4: client.lua:1: attempt to index a nil value\nstack traceback:\n\tclient.lua:1: in main chunk\n\t[C]: in ?",
      "lua5.4: client.lua:1: attempt to index a nil value"
    ),
    (
      "Exception in thread \"main\" java.lang.NullPointerException\n\tat Client.main(Client.java:1)",
      "Exception in thread \"main\" java.lang.NullPointerException"
    ),
  ])
  func `an error that a program did not handle is named`(row: (output: String, line: String)) {
    expect(Crash.line(in: row.output), is: row.line)
  }

  @Test(arguments: [
    "", "Access was denied.", "client: 410 Gone (TypeError would be wrong)",
    "ERROR:root:The user denied access.\nTraceback (most recent call last):\n  File \"a.py\"\nValueError: x",
    "Traceback (most recent call last):\n  File \"a.py\"\nValueError: x\nAccess was denied.",
    "Could not get the profile. Error: denied\n    at main (client.mjs:3:9)\n    at node:internal/x:1:1",
    "Access denied\njava.lang.RuntimeException: denied\n\tat Client.main(Client.java:1)",
    "Exception in thread Thread-1 (serve):\nAccess denied.", "Access denied at client.pl line 1.",
    "fatal error: the user denied access", "Node.js v20 clients: access denied",
    "Contacting http://[::1]:1 (from 1 to 2)",
  ])
  func `a message after an error, and any other message, is none`(output: String) {
    expect(Crash.line(in: output), is: nil, "\(output)")
  }
}
