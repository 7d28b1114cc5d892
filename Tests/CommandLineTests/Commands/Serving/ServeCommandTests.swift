import Foundation
import Service
import TestSupport
import Testing
import peerlit

struct ServeCommandTests {
  @Test func `searching a server prints the same as searching its index`() throws {
    let server = try ServerProcess()
    for arguments in [
      ["role", "clarity", "HCV", "--limit", "3"],
      ["\"peer workers\" AND trust", "--unit", "document", "--explain", "--facets"],
      ["engagement", "--condition", "hepatitis-c", "--year", "2010..", "--format", "tsv"],
      ["peer", "--min-sample", "21", "--format", "trec"], ["--method", "qualitative"],
      ["peer", "--min-sample", "21"], ["peer", "--year", "1900..1901", "--setting", "community"],
      ["peer", "--unknown-sample"], ["peer", "--min-sample", "21", "--unknown-sample"],
      ["peer", "--year", "2013", "--year", "2020..2024", "--year", "none"],
      ["zzzz"], ["peer", "--format", "json", "--count", "--exact", "--sort", "year"],
    ] {
      let local = try CorpusIndex.run(["search"] + arguments)
      let capture = Capture()
      let status = capture.run(["search"] + arguments + ["--server", server.address])
      #expect(status == local.status)
      #expect(Self.timeless(capture.outputText) == Self.timeless(local.outputText))
      #expect(Self.timeless(capture.errorText) == Self.timeless(local.errorText))
    }
    #expect(server.stop() == 0)
  }

  @Test func `a batch on a server skips the queries that it refuses`() throws {
    let server = try ServerProcess()
    let long = String(repeating: "peer ", count: 3000)
    let lines = [("a", "peer"), ("b", long), ("c", ""), ("d", "hiv")].map { id, text in
      #"{"_id":"\#(id)","text":"\#(text)"}"#
    }
    let capture = Capture()
    capture.input = [Array(lines.joined(separator: "\n").utf8)]
    let status = capture.run(
      "search", "--queries", "-", "--format", "trec", "-n", "1", "--server", server.address)
    #expect(status == .trouble)
    #expect(capture.outputText.split(separator: "\n").map { $0.prefix(5) } == ["a Q0 ", "d Q0 "])
    #expect(
      capture.errorText == """
        peerlit: standard input, line 2: The parameter q is too long. It must be text of at most \
        12000 characters. Skipped.
        peerlit: standard input, line 3: The query is empty; skipped.

        """)
    #expect(server.stop() == 0)
  }

  @Test func `options beyond the limits of servers are refused before anything is sent`() {
    let capture = Capture()
    let status = capture.run(
      "search", "peer", "-n", "2000", "--server", "unix:/nowhere/peerlit.socket")
    #expect(status == .usage)
    #expect(
      capture.errorText == """
        peerlit: The parameter limit can't be “2000”. It must be a whole number from 0 to 1000.

        """)
  }

  /// The text without the time, and without the place that was searched.
  private static func timeless(_ text: String) -> String {
    text.replacing(/"took_us" ?: ?\d+/, with: "").replacing(/[\d.,]+ (µs|ms|s)\b/, with: "")
      .replacing(/(?:Index|Server): \S+/, with: "")
  }

  @Test func `a server names its index when it is ready`() throws {
    let server = try ServerProcess()
    let index = try CorpusIndex.path.get()
    #expect(server.greeting == "Listening on \(server.address)\nIndex: \(index)\n")
    #expect(server.stop() == 0)
  }

  @Test func `SIGTERM and SIGINT stop a server cleanly, and each request is logged`() throws {
    for signal in [SIGTERM, SIGINT] {
      let server = try ServerProcess()
      let capture = Capture()
      #expect(capture.run(["peer", "--server", server.address]) == .found)
      #expect(server.stop(signal) == 0)
      let line = try #require(server.log.split(separator: "\n").first)
      let entry = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(entry?["target"] as? String == "/search")
      #expect(entry?["status"] as? Int == 200)
    }
  }

  @Test func `a server can be restarted at once after a kill`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let path = temporary.path + "/s"
    let first = try ServerProcess(["--socket", path, "--quiet"])
    let error = #expect(throws: ServerProcess.Unstarted.self) {
      try ServerProcess(["--socket", path])
    }
    #expect(error?.status == 2)
    #expect(error?.text.contains("already listening at \(path)") == true)
    first.stop(SIGKILL)
    #expect(FileManager.default.fileExists(atPath: path))
    let again = try ServerProcess(["--socket", path, "--quiet"])
    let capture = Capture()
    #expect(capture.run(["peer", "--server", "unix:" + path]) == .found)
    #expect(again.stop() == 0)
    #expect(again.log.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `a server with few files waits for connections to close, without work`() throws {
    // Each core has an event loop, which needs some of the files.
    let files = 40 + 4 * ProcessInfo.processInfo.activeProcessorCount
    let server = try ServerProcess(["--port", "0", "--quiet"], limit: "-n \(files)")
    let room = OpenFiles.room(for: 1024, files: files)
    #expect(
      server.log == """
        peerlit: Only \(room) connections are served at once, because only \(files) files can be \
        open; raise the limit with ulimit -n.

        """)
    let address = try ServerAddress(server.address)
    let idle = try (0..<2 * files).map { _ in try BlockingSocket(address) }
    Thread.sleep(forTimeInterval: 0.5)
    let before = try server.processorTime
    Thread.sleep(forTimeInterval: 2)
    #expect(try server.processorTime - before < 0.5)
    idle.forEach { $0.close() }
    // Those that waited are accepted and closed first.
    let end = ContinuousClock.now + .seconds(30)
    while Capture().run(["peer", "--server", server.address]) != .found {
      try #require(.now < end)
      Thread.sleep(forTimeInterval: 0.5)
    }
    #expect(server.stop() == 0)
  }

  @Test func `a server raises a low limit of open files`() throws {
    let wanted = 1024 + 128 + 4 * ProcessInfo.processInfo.activeProcessorCount
    var limit = rlimit()
    let status = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    try #require(status == 0)
    let server = try ServerProcess(["--port", "0", "--quiet"], limit: "-S -n 256")
    #expect(try server.openFiles == min(wanted, Int(min(limit.rlim_max, rlim_t(Int32.max)))))
    // It says so if it has fewer.
    if limit.rlim_max < rlim_t(wanted) { return }
    #expect(server.log.isEmpty)
    #expect(server.stop() == 0)
  }

  @Test func `a port in use is an error`() throws {
    let first = try ServerProcess()
    let port = try #require(first.address.split(separator: ":").last)
    let error = #expect(throws: ServerProcess.Unstarted.self) {
      try ServerProcess(["--port", String(port)])
    }
    #expect(error?.status == 2)
    #expect(
      error?.text.contains("Port \(port) is already in use; choose another with --port.") == true)
  }

  @Test func `a token from a file is required`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let token = "0123456789abcdef"
    let file = try temporary.file("token.txt", token + "\n")
    #expect(chmod(file.path, 0o600) == 0)
    let server = try ServerProcess(["--port", "0", "--token-file", file.path])
    let without = Capture()
    #expect(without.run(["peer", "--server", server.address]) == .trouble)
    #expect(without.errorText.contains("token"))
    let with = Capture()
    let status = with.run(
      ["peer", "--server", server.address], environment: ["PEERLIT_TOKEN": token])
    #expect(status == .found)
    #expect(server.stop() == 0)
    #expect(!server.log.contains("Other users"))
  }

  @Test func `a token file that others can read is reported`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = try temporary.file("token.txt", "0123456789abcdef").path
    #expect(chmod(file, 0o644) == 0)
    let server = try ServerProcess(["--port", "0", "--token-file", file])
    #expect(server.stop() == 0)
    #expect(
      server.log.contains(
        "peerlit: Other users can read the token in \(file); prevent it with: chmod 600 \(file)\n"
      ))
  }

  @Test(arguments: [
    " ", "secret", "0123456789abcde", "0123456789 abcdef", "0123456789abcdef\n0",
    "Geheimniskrämerei-", "                 ",
  ])
  func `a short token, or one with blanks, is refused wherever it comes from`(
    token: String
  ) throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = try temporary.file("token.txt", token + "\n").path
    let index = ["--port", "0", "--index", try CorpusIndex.path.get()]
    let ways: [(place: String, arguments: [String], environment: [String: String])] = [
      (file, ["serve", "--token-file", file], [:]),
      ("PEERLIT_TOKEN", ["serve"], ["PEERLIT_TOKEN": token]),
    ]
    for (place, arguments, environment) in ways {
      let capture = Capture()
      #expect(capture.run(arguments + index, environment: environment) == .trouble)
      #expect(
        capture.errorText == """
          peerlit: The token in \(place) is unsafe; it must consist of at least 16 ASCII \
          characters without blanks, such as the output of: openssl rand -hex 16

          """)
    }
  }

  @Test(arguments: [
    ["serve", "--port", "70000"], ["serve", "--socket", "s", "--port", "1"],
    ["serve", "--time-limit", "0"], ["serve", "--allow-origin", "null"],
    ["serve", "--allow-origin", "https://a.example", "--allow-origin", "https://b.example/"],
    ["peer", "--server", "localhost:7700"],
    ["peer", "--server", "http://localhost:7700", "--index", "a"],
  ])
  func `invalid arguments are exit status 64`(arguments: [String]) {
    #expect(Capture().run(arguments) == .usage)
  }

  @Test func `a missing token file is named`() {
    let capture = Capture()
    #expect(capture.run("serve", "--token-file", "/nowhere/token") == .trouble)
    #expect(capture.errorText.hasPrefix("peerlit: Can't read /nowhere/token: "))
  }

  @Test func `other machines need a token, and a missing server is reported`() throws {
    let error = #expect(throws: ServerProcess.Unstarted.self) {
      try ServerProcess(["--port", "0", "--host", "0.0.0.0"])
    }
    #expect(error?.text.contains("--token-file") == true)
    let capture = Capture()
    #expect(capture.run(["peer", "--server", "unix:/nowhere"]) == .trouble)
    #expect(capture.errorText.contains("No server is listening"))
  }
}
