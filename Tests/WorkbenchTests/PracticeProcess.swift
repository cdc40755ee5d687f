@testable import Runs
import Foundation
import TestSupport
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// `workbench practice` as a process of its own, on a free port.
final class PracticeProcess: @unchecked Sendable {
  struct Reply: Hashable {
    let status: Int
    let location: String?
    let body: String
  }

  private var process: pid_t = 0
  private var ending: ChildProcess.End?
  private let bench: Bench
  private let name = UUID().uuidString
  /// Where it says that it listens.
  private(set) var address = ""

  /// Starts it, and waits until it tells its address.
  ///
  /// - Parameters:
  ///   - options: The options of `practice`.
  ///   - descriptors: How many descriptors it may have; as many as the tests without a number.
  ///   - bench: The folder of the test.
  /// - Throws: What keeps it from being started.
  init(_ options: [String] = [], descriptors: Int? = nil, on bench: Bench) async throws {
    self.bench = bench
    let program = try #require(Program.workbench)
    for part in ["out", "err"] { try bench.write("", to: name + part) }
    let command = [program.path, "practice", "--port", "0"] + options
    let limit = descriptors.map { ["/bin/sh", "-c", #"ulimit -n \#($0) && exec "$0" "$@""#] } ?? []
    let words = limit + command
    process = try ChildProcess(
      path: words[0], arguments: Array(words.dropFirst()),
      environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"],
      folder: bench.folder.path(percentEncoded: false),
      files: ("/dev/null", bench.path(name + "out"), bench.path(name + "err"))
    ).start()
    let output = try await output(with: /\nRequests\n/)
    let line = try #require(output.firstMatch(of: /^Practice server on (http:\/\/\S+)\n/))
    address = String(line.1)
  }

  deinit {
    if isRunning { ChildProcess.end(now: process) }
  }

  /// The port of the address.
  var port: String { String(address.split(separator: ":").last ?? "") }

  /// Whether it still runs.
  var isRunning: Bool {
    guard process > 0, ending == nil else { return false }
    ending = ChildProcess.end(of: process)
    return ending == nil
  }

  /// Its standard output as soon as a text is in it, or after 10 seconds.
  func output(with text: some RegexComponent) async throws -> String {
    for _ in 0..<1000 {
      let output = try read("out")
      if output.firstMatch(of: text) != nil || !isRunning { return output }
      try await Task.sleep(for: .milliseconds(10))
    }
    return try read("out")
  }

  /// Sends a signal, and tells what the program left behind.
  func end(with signal: Int32 = SIGTERM) async throws -> Answer {
    kill(process, signal)
    for _ in 0..<1000 where isRunning { try await Task.sleep(for: .milliseconds(10)) }
    try #require(!isRunning, "it did not end")
    let exitCode =
      switch ending {
      case .exit(let status)?: status
      case .signal(let number)?: -number
      case nil: Int32.min
      }
    return Answer(
      exitCode: exitCode, output: try read("out"),
      errors: try read("err"))
  }

  private func read(_ part: String) throws -> String {
    try String(contentsOfFile: bench.path(name + part), encoding: .utf8)
  }

  /// Sends a request; redirects are not followed.
  func get(_ path: String, timeout: Double = 10) async throws -> Reply {
    try await send(try request(path, timeout))
  }

  /// Sends a form.
  func post(_ path: String, _ form: String) async throws -> Reply {
    var request = try request(path, 10)
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    request.httpBody = Data(form.utf8)
    return try await send(request)
  }

  private func request(_ path: String, _ timeout: Double) throws -> URLRequest {
    URLRequest(
      url: try #require(URL(string: address + path)),
      cachePolicy: .reloadIgnoringLocalAndRemoteCacheData, timeoutInterval: timeout)
  }

  private func send(_ request: URLRequest) async throws -> Reply {
    let session = URLSession(
      configuration: .ephemeral, delegate: NoRedirects(), delegateQueue: nil)
    defer { session.finishTasksAndInvalidate() }
    let (data, response) = try await session.data(for: request)
    let answer = try #require(response as? HTTPURLResponse)
    return Reply(
      status: answer.statusCode, location: answer.value(forHTTPHeaderField: "Location"),
      body: String(decoding: data, as: UTF8.self))
  }
}

/// Takes a redirect as the answer that it is.
private final class NoRedirects: NSObject, URLSessionTaskDelegate, Sendable {
  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }
}

extension PracticeProcess {
  /// The path of the first thing to try, as it is printed.
  static let authorization =
    "/oauth2/authorize?response_type=code&client_id=CLI001"
    + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A8089%2Fcallback&scope=activity%20profile"
    + "&state=my-own-state&code_challenge=-4cf-Mzo_qg9-uq0F4QwWhRh4AjcAqNx7SbYVsdmyQM"
    + "&code_challenge_method=S256"

  /// Gets a code from a server that was started with `--auto-approve`.
  func code() async throws -> String {
    let reply = try await get(Self.authorization)
    let location = try #require(reply.location)
    return String(try #require(location.firstMatch(of: /[?&]code=([^&#]+)/)).1)
  }

  /// Exchanges a code.
  func redeem(_ code: String, verifier: String = Guide.verifier) async throws -> Reply {
    try await post(
      "/oauth2/token",
      "grant_type=authorization_code&client_id=CLI001&code=\(code)&code_verifier=\(verifier)"
        + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A8089%2Fcallback")
  }
}
