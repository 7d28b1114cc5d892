import Foundation
import Query
import Retrieval
import Service
import TestSupport
import Testing
import peerlit

struct SearchCommandTests {
  func command(_ arguments: [String]) throws -> SearchCommand {
    let list = try ArgumentList(
      arguments, commands: ["search"], options: Program.options)
    return try #require(try Program.parseAsRoot(list.arguments) as? SearchCommand)
  }

  @Test func `options become a request`() throws {
    let command = try command([
      "role", "-n", "5", "-mentor", "--offset", "2", "--unit", "document", "--method",
      "review", "--method", "cohort,none", "--setting", "Primary Care", "--condition",
      "hepatitis-c",
      "--min-sample", "20", "--max-sample", "50", "--year", "2015..", "--include-unknown", "--sort",
      "sample-size", "--explain", "--exact", "--plain", "--facets", "--count",
    ])
    var expected = SearchRequest("role -mentor")
    expected.limit = 5
    expected.offset = 2
    expected.unit = .document
    expected.sort = .sampleSize
    expected.filter.method.wanted = ["review", "cohort", "none"]
    expected.filter.setting.wanted = ["primary-care"]
    expected.filter.condition.wanted = ["hepatitis-c"]
    expected.filter.sampleSize.add(NumberRange(from: 20, to: 50))
    expected.filter.year.add(NumberRange(from: 2015))
    expected.filter.includeUnknown = true
    (expected.explain, expected.exact, expected.plain) = (true, true, true)
    (expected.facets, expected.count) = (true, true)
    let capture = Capture()
    let source = FakeSource { _ in SampleResponse.full }
    let status = try command.answer(on: capture.console(), from: source)
    #expect(source.requests == [expected])
    #expect(status == .found)
  }

  @Test func `options have the default values shown in the help`() throws {
    let request = try command(["peer"]).request("peer")
    #expect(request == SearchRequest("peer"))
    #expect(try command(["a", "--format", "trec"]).request("a").unit == .document)
  }

  @Test(arguments: [
    ["search", "peer"], ["search", "peer", "--unit", "passage"],
    ["search", "--method", "rapid-review"], ["search", "peer", "--sort", "year"],
    ["search", "peer", "--exact"], ["search", "peer", "--format", "trec"], ["list"],
  ])
  func `the largest numbers are not mistakes`(arguments: [String]) throws {
    let most = String(Int.max)
    let all = try CorpusIndex.run(arguments + ["--limit", most])
    #expect(all.status == .found)
    for further in [["--offset", most], ["--offset", most, "--limit", most]] {
      let none = try CorpusIndex.run(arguments + further)
      #expect(none.status == .found)
      #expect(!none.outputText.contains("peers-hcv-2023"), "\(none.outputText)")
    }
  }

  @Test func `a batch can skip more than there is`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = try temporary.file("queries.txt", "peer\n").path
    let capture = try CorpusIndex.run([
      "search", "--queries", file, "--format", "trec", "--offset", String(Int.max),
    ])
    #expect(capture.status == .nothing)
    #expect(capture.output.isEmpty)
  }

  @Test(arguments: [
    ["search"], ["search", ""], [" "], ["search", "", "\t", "--exact"],
    ["search", "--limit", "-1", "a"], ["a", "--limit", "x"], ["a", "--offset=-1"],
    ["a", "--queries", "f"], ["a", "--sort", "size"], ["a", "-x"], ["a", "-q", "-v"],
    ["a", "--limt", "5"], ["show-me", "--nope"],
    ["a", "--method", "qualitativ"], ["a", "--year", "soon"],
    ["a", "--min-sample", "5", "--max-sample", "4"],
  ])
  func `invalid arguments are exit status 64`(arguments: [String]) {
    let capture = Capture()
    let status = capture.run(arguments, environment: ["PEERLIT_INDEX": "/nowhere/index.sqlite"])
    #expect(status == .usage)
    #expect(!capture.errorText.isEmpty)
    #expect(capture.output.isEmpty)
    #expect(!capture.errorText.unicodeScalars.contains { $0.value >= 0xE000 && $0.value < 0xF900 })
  }

  @Test func `an unknown code is an error with suggestions`() {
    let capture = Capture()
    #expect(capture.run("peer", "--method", "qualitativ") == .usage)
    #expect(
      capture.errorText.hasPrefix(
        "peerlit: Unknown method “qualitativ”. Did you mean “qualitative”"))
  }

  @Test func `a batch runs each query as plain words, and skips a bad line`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = try temporary.file(
      "queries.jsonl",
      "{\"_id\":\"a\",\"text\":\"+x\"}\nno\n{\"_id\":\"b\",\"text\":\"y\"}\n")
    for (format, lines, notes) in [
      ("trec", "b Q0 peer-engagement-2013 1 9.812500 peerlit\nb Q0 hcv_2 2 0.500000 peerlit\n", ""),
      ("tsv", nil, "2 queries had notes; use --format jsonl to see them.\n"),
    ] as [(String, String?, String)] {
      let command = try command(["--queries", file.path, "--format", format])
      let capture = Capture()
      let console = capture.console()
      let source = FakeSource { request in
        var response = request.text == "y" ? SampleResponse.full : SampleResponse.empty
        response.query.id = request.id
        return response
      }
      let status = try command.answer(on: console, from: source)
      try console.flush()
      #expect(status == .trouble)
      #expect(source.requests.map(\.text) == ["+x", "y"])
      #expect(source.requests.map(\.plain) == [true, true])
      let unit = SearchRequest.Unit.document
      #expect(source.requests.map(\.unit) == [unit, unit])
      if let lines { #expect(capture.outputText == lines) }
      #expect(capture.errorText.contains("line 2: not an object"))
      #expect(capture.errorText.hasSuffix(notes))
    }
  }

  @Test(arguments: ["trec", "jsonl"])
  func `a batch skips queries that can't be run`(format: String) throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = try temporary.file(
      "queries.jsonl",
      """
      {"_id":"a","text":""}

      {"_id":"b","text":"long"}
      {"_id":"c","text":"slow"}
      {"_id":"d","text":"peer*"}
      {"_id":"e","text":"y"}

      """
    ).path
    let capture = Capture()
    let console = capture.console()
    let source = FakeSource { request in
      switch request.text {
      case "long": throw ServiceError(.badValue, "It is too long.", hint: "Use fewer words.")
      case "slow": throw ServiceError(.queryTimeout, "It took too long.")
      case "peer*": throw QueryError.tooManyWords(pattern: "peer*", limit: 1000)
      default: return SampleResponse.full
      }
    }
    let status = try command(["--queries", file, "--format", format]).answer(
      on: console, from: source)
    try console.flush()
    #expect(status == .trouble)
    #expect(source.requests.map(\.text) == ["long", "slow", "peer*", "y"])
    #expect(!capture.outputText.isEmpty)
    #expect(
      capture.errorText == """
        peerlit: \(file), line 1: The query is empty; skipped.
        peerlit: \(file), line 3: It is too long. Use fewer words. Skipped.
        peerlit: \(file), line 4: It took too long. Skipped.
        peerlit: \(file), line 5: “peer*” matches more than 1,000 different words. Use more letters. \
        Skipped.

        """)
  }

  @Test func `a batch ends with a server that can't be reached`() throws {
    let capture = Capture()
    capture.input = [Array("a\nb\n".utf8)]
    let source = FakeSource { _ in throw ServiceError(.overloaded, "Too many queries.") }
    #expect(throws: ServiceError.self) {
      try command(["--queries", "-"]).answer(on: capture.console(), from: source)
    }
    #expect(source.requests.count == 1)
  }

  @Test func `an empty query of a batch may have filters`() throws {
    let capture = Capture()
    capture.input = [Array("{\"_id\":\"a\",\"text\":\" \"}\n".utf8)]
    let source = FakeSource { _ in SampleResponse.full }
    let status = try command(["--queries", "-", "--method", "review"]).answer(
      on: capture.console(), from: source)
    #expect(status == .found)
    #expect(source.requests.count == 1)
  }

  @Test func `notes are part of JSON, and printed to standard error with other formats`() throws {
    for (format, isBeside) in [("text", true), ("json", false), ("tsv", true), ("trec", true)] {
      let capture = Capture()
      let console = capture.console()
      let status = try command(["x", "--format", format]).answer(
        on: console, from: FakeSource { _ in SampleResponse.empty })
      try console.flush()
      #expect(status == .nothing)
      #expect(capture.errorText.contains("The query is empty") == isBeside)
      #expect(capture.outputText.contains("The query is empty") == !isBeside)
    }
  }

  @Test(arguments: ["--no-color", "--no-colour", "--color=never", "--colour=never"])
  func `colour can be switched off`(option: String) throws {
    let style = TextStyle(isTerminal: true, hasColor: true)
    let search = ["search", "peer", "--limit", "1"]
    #expect(try CorpusIndex.run(search, style: style).outputText.contains("\u{1B}["))
    #expect(try !CorpusIndex.run(search + [option], style: style).outputText.contains("\u{1B}["))
  }
}
