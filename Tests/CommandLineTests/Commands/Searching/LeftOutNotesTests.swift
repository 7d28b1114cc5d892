import Foundation
import TestSupport
import Testing
import peerlit

/// Nothing is left out, and nothing is missing, without a word.
struct LeftOutNotesTests {
  @Test(arguments: [
    ["search"], ["list"], ["facets"], ["map", "method", "year"], ["export", "--to", "ris"],
  ])
  func `a range says how many documents it left out`(command: [String]) throws {
    let capture = try CorpusIndex.run(command + ["--min-sample", "21"])
    #expect(capture.status == .found)
    let text = (capture.outputText + capture.errorText).replacing("\n", with: " ")
    #expect(
      text.contains("3 more documents match, but do not state a sample size (--include-unknown)."))
  }

  @Test(arguments: [
    (
      ["peer", "--min-sample", "21"],
      "more documents match, but do not state a sample size (--include-unknown)."
    ),
    (["peer", "zebrafish"], "“zebrafish” is not in the index"),
    (["peer", "--year", "1900"], "without --year 1900"),
  ])
  func `a saved search has the notes of the answer`(search: [String], note: String) throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let files = [".md", ".txt", ".json"].map { temporary.path + "/record" + $0 }
    let capture = try CorpusIndex.run(["search"] + search + files.flatMap { ["--record", $0] })
    let answer = capture.outputText + capture.errorText
    #expect(answer.replacing("\n", with: " ").contains(note))
    for file in files {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(text.contains(note), "\(file)")
    }
  }

  @Test(arguments: [
    (["list", "--year", "1900"], "No documents match in PATH."),
    (["facets", "zebrafish"], "Nothing found in PATH."),
    (["search", "zebrafish", "--format", "brief"], "Nothing found. Index: PATH"),
    (["map", "method", "year", "zebrafish"], "Nothing found in PATH."),
    (["export", "zebrafish", "--to", "ris"], "Nothing found in PATH."),
    (["export", "--corrections"], "The index has no corrections."),
    (["synonyms", "zebrafish"], "No synonyms."),
  ])
  func `an empty answer says so`(command: [String], note: String) throws {
    let capture = try CorpusIndex.run(command)
    #expect(capture.status == .nothing)
    let named = note.replacing("PATH", with: try CorpusIndex.path.get())
    #expect(capture.errorText.contains("peerlit: \(named)\n"))
  }

  @Test(
    arguments: [
      (["list", "--limit", "0"], 0, "5 documents, none shown."),
      (["list", "--offset", "9"], 0, "5 documents, none shown."),
      (["export", "--to", "ris", "--limit", "0"], 1, "Nothing exported, because --limit is 0."),
    ] as [([String], Int32, String)])
  func `an answer of which nothing is shown says so`(
    command: [String], status: Int32, note: String
  ) throws {
    let capture = try CorpusIndex.run(command)
    #expect(capture.status?.rawValue == status)
    #expect(capture.outputText == "")
    #expect(capture.errorText == "peerlit: \(note)\n")
  }

  @Test(arguments: ["text", "tsv"]) func `a map of an empty index says so`(format: String) throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let library = temporary.url.appending(path: "library")
    try FileManager.default.createDirectory(at: library, withIntermediateDirectories: true)
    let index = temporary.path + "/index.sqlite"
    #expect(Capture().run("index", library.path, "--index", index) == .found)
    let capture = Capture()
    let status = capture.run("map", "method", "condition", "--format", format, "--index", index)
    #expect(status == .nothing)
    #expect(capture.outputText == (format == "text" ? "" : "method/condition\tall\nall\t0\n"))
    #expect(
      capture.errorText
        == "peerlit: \(index) has no documents. Add some with “peerlit index FOLDER”.\n")
  }

  @Test func `counts are headed by the query as typed`() throws {
    for query in ["method:qualitative", "peer workers"] {
      let text = try CorpusIndex.run(["facets", query]).outputText
      #expect(text.split(separator: "\n").first?.hasSuffix("documents for “\(query)”") == true)
    }
  }

  @Test func `an explanation prints its formula once`() throws {
    let text = try CorpusIndex.run(["peer workers", "--explain", "--limit", "3"]).outputText
    #expect(text.split(separator: "score = ", omittingEmptySubsequences: false).count == 2)
  }

  @Test func `an empty strategy is refused`() {
    let capture = Capture()
    capture.input = [Array("\n".utf8)]
    let status = try? capture.run(
      "search", "--strategy", "-", "--index", CorpusIndex.path.get())
    #expect(status == .usage)
    #expect(
      capture.errorText == "peerlit: The strategy is empty. Write one search on each line.\n")
  }

  @Test func `an unknown language is refused before an index is made`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let capture = Capture()
    let index = temporary.path + "/index.sqlite"
    #expect(capture.run("index", ".", "--language", "klingon", "--index", index) == .usage)
    #expect(capture.errorText.hasPrefix("peerlit: Unknown language “klingon”. Use a Snowball name"))
  }
}
