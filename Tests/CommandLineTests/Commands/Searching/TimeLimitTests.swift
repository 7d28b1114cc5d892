import TestSupport
import Testing
import peerlit

/// The time limit of commands that search.
struct TimeLimitTests {
  private static let stopped = """
    peerlit: The query took too long and was stopped. Use fewer words, and no short prefixes such \
    as a*, or allow more time with --timeout SECONDS (0 for no limit).

    """

  @Test(
    arguments: [
      ["search", "peer"], ["search", "peer", "--format", "json"],
      ["export", "peer", "--to", "ris"], ["facets", "peer"],
      ["map", "method", "condition", "peer"],
      ["similar", "peers-hcv-2023"],
    ] as [[String]])
  func `a query that exceeds its time limit is stopped`(arguments: [String]) throws {
    let stopped = try CorpusIndex.run(arguments + ["--timeout", "1e-9"])
    #expect(stopped.status == .trouble)
    #expect(stopped.outputText.isEmpty)
    #expect(stopped.errorText == Self.stopped)
    for timeout in ["0", "600"] {
      let found = try CorpusIndex.run(arguments + ["--timeout", timeout])
      #expect(found.status == .found, "\(found.errorText)")
    }
  }

  @Test func `reading a strategy counts towards its time limit`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = try temporary.file("strategy.txt", "1. peer\n2. support\n3. 1 AND 2\n").path
    let stopped = try CorpusIndex.run(["search", "--strategy", file, "--timeout", "1e-9"])
    #expect(stopped.status == .trouble)
    #expect(stopped.errorText == Self.stopped)
  }

  @Test func `a replay is stopped`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = temporary.path + "/record.json"
    #expect(try CorpusIndex.run(["search", "peer", "--record", file]).status == .found)
    let stopped = try CorpusIndex.run(["replay", file, "--timeout", "1e-9"])
    #expect(stopped.status == .trouble)
    #expect(stopped.errorText == Self.stopped)
  }

  @Test func `a batch skips queries that are stopped`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = try temporary.file("queries.txt", "peer\nsupport\n").path
    let stopped = try CorpusIndex.run(
      ["search", "--queries", file, "--format", "jsonl", "--timeout", "1e-9"])
    #expect(stopped.status == .trouble)
    let problem = Self.stopped.dropFirst("peerlit: ".count).dropLast()
    #expect(
      stopped.errorText
        == (1...2).map { "peerlit: \(file), line \($0): \(problem) Skipped.\n" }.joined())
  }

  @Test func `the setting is used without the option`() throws {
    let index = try CorpusIndex.path.get()
    func status(_ options: String...) -> peerlit.ExitStatus {
      Capture().run(
        ["search", "peer"] + options,
        environment: ["PEERLIT_INDEX": index, "PEERLIT_TIMEOUT": "1e-9"])
    }
    #expect(status() == .trouble)
    #expect(status("--timeout", "0") == .found)
  }

  @Test(
    arguments: [
      (["--timeout", "soon"], [:], peerlit.ExitStatus.usage, "--timeout"),
      (["--timeout=-1"], [:], .usage, "--timeout must be 0 or more seconds."),
      (
        [], ["PEERLIT_TIMEOUT": "soon"], .trouble,
        "PEERLIT_TIMEOUT must be a number of seconds, 0 for no limit, not “soon”."
      ),
      (
        ["--timeout", "5", "--server", "http://127.0.0.1:1"], [:], .usage,
        "--timeout has no effect on a server, which has its own time limit. Leave it out."
      ),
    ] as [([String], [String: String], peerlit.ExitStatus, String)])
  func `a time limit that can't be used is an error`(
    options: [String], variables: [String: String], status: peerlit.ExitStatus, message: String
  ) {
    let capture = Capture()
    #expect(capture.run(["search", "peer"] + options, environment: variables) == status)
    #expect(capture.errorText.contains(message), "\(capture.errorText)")
  }
}
