import Foundation
import TestSupport
import Testing
import peerlit

/// Searches that are saved in a file and run again.
struct ReplayCommandTests {
  @Test func `a search is saved, and a replay finds the same`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = temporary.path + "/record.json"
    let search = try CorpusIndex.run([
      "search", "role clarity HCV", "--method", "qualitative", "--limit", "1", "--record", file,
    ])
    #expect(search.status == .found)
    var text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(try JSONSchema("record").faults(in: text) == [])
    let replay = try CorpusIndex.run(["replay", file])
    #expect(replay.status == .found)
    #expect(
      replay.outputText.replacing("\n", with: " ").contains("the same documents in the same order.")
    )
    // A document that existed when the search was saved, but no longer exists.
    text = text.replacing("\"peers-hcv-2023\"", with: "\"unknown-now\"")
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let changed = try CorpusIndex.run(["replay", file])
    #expect(changed.status == .nothing)
    #expect(changed.outputText.replacing("\n", with: " ").contains("1 new, 1 gone"))
    #expect(changed.outputText.contains("\nNew\n  "))
    // The title that was saved with the id.
    let gone = changed.outputText.split(separator: "\nGone\n").last ?? ""
    #expect(gone.hasPrefix("  ") && gone.replacing("\n", with: " ").contains("[unknown-now] (was "))
    let json = try CorpusIndex.run(["replay", file, "--format", "json"])
    #expect(try JSONSchema("replay").faults(in: json.outputText) == [])
  }

  @Test func `a search that found nothing, and still does, is reported without a list`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = temporary.path + "/record.json"
    #expect(try CorpusIndex.run(["search", "zzqqzz", "--record", file]).status == .nothing)
    let replay = try CorpusIndex.run(["replay", file])
    #expect(replay.status == .found)
    let text = replay.outputText.replacing("\n", with: " ")
    #expect(text.contains("found no documents on ") && text.contains("and finds none now."))
  }

  @Test func `a saved search without titles and sources is still read`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = temporary.path + "/record.json"
    _ = try CorpusIndex.run(["search", "role clarity HCV", "--record", file])
    var object = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file)))
        as? [String: Any])
    object["titles"] = nil
    var index = object["index"] as? [String: Any] ?? [:]
    index["sources"] = nil
    object["index"] = index
    try JSONSerialization.data(withJSONObject: object).write(to: URL(filePath: file))
    #expect(try CorpusIndex.run(["replay", file]).status == .found)
  }

  @Test func `a replay uses the synonyms that were saved, and reports others`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = temporary.path + "/record.json"
    let synonyms = temporary.path + "/synonyms.txt"
    try "clarity | plainness\n".write(toFile: synonyms, atomically: true, encoding: .utf8)
    let search = ["search", "role clarity HCV", "--record", file]
    _ = try CorpusIndex.run(search + ["--synonyms", synonyms])
    let json = try String(contentsOfFile: file, encoding: .utf8)
    #expect(try JSONSchema("record").faults(in: json) == [])
    let same = try CorpusIndex.run(["replay", file, "--synonyms", synonyms])
    #expect(!same.outputText.contains("synonyms"))
    let saved = try CorpusIndex.run(["replay", file])
    #expect(saved.status == .found && !saved.outputText.contains("synonyms"))
    try "# none\n".write(toFile: synonyms, atomically: true, encoding: .utf8)
    let other = try CorpusIndex.run(["replay", file, "--synonyms", synonyms]).outputText
      .replacing("\n", with: " ")
    #expect(
      other.contains("Your own synonyms differ: “clarity | plainness” then, none now."), "\(other)")
  }

  @Test func `a replay reports corrections of facets`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let (index, file) = (folder.path + "/i.sqlite", folder.path + "/record.json")
    let source = try folder.file(
      "a.ris", "TY  - JOUR\nID  - a1\nTI  - Peer workers in hepatitis C care\nER  - \n")
    #expect(Capture().run("index", source.path, "--index", index) == .found)
    let search = ["search", "peer", "--method", "qualitative", "--record", file, "--index", index]
    #expect(Capture().run(search) == .nothing)
    func replay(_ status: peerlit.ExitStatus) -> String {
      let capture = Capture()
      #expect(capture.run("replay", file, "--index", index) == status)
      return capture.outputText.replacing("\n", with: " ")
    }
    #expect(!replay(.found).contains("corrections"))
    let correct = ["correct", "a1", "--index", index]
    #expect(Capture().run(correct + ["method=qualitative"]) == .found)
    var text = replay(.nothing)
    #expect(text.contains("finds 1 now: 1 new."), "\(text)")
    #expect(text.contains("The corrections of facets have changed: 0 then, 1 now."), "\(text)")
    #expect(Capture().run(search) == .found)
    let json = try String(contentsOfFile: file, encoding: .utf8)
    #expect(try JSONSchema("record").faults(in: json) == [])
    #expect(Capture().run(correct + ["method=auto"]) == .found)
    text = replay(.nothing)
    #expect(text.contains("finds none now: 1 gone."), "\(text)")
    #expect(text.contains("The corrections of facets have changed: 1 then, 2 now."), "\(text)")
  }

  @Test func `a search is saved as text`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let files = [".md", ".txt", ".json"].map { temporary.path + "/record" + $0 }
    let records = files.flatMap { ["--record", $0] }
    let search = try CorpusIndex.run(
      ["search", "role AND peer", "--method", "qualitative"] + records)
    #expect(search.status == .found)
    let markdown = try String(contentsOfFile: files[0], encoding: .utf8)
    for line in [
      "| Query as typed | `role AND peer` |", "| Query as run | `role AND peer` |",
      "| Filters | method: qualitative |", "| Duplicates removed before the search | ",
    ] { #expect(markdown.contains("\n\(line)"), "\(line)") }
    #expect(markdown.contains("\n## Results: "))
    #expect(markdown.contains("\n1. "))
    let plain = try String(contentsOfFile: files[1], encoding: .utf8)
    #expect(plain.contains("\nQuery as typed  role AND peer\n"))
    #expect(plain.contains("\nRecords identified "))
    #expect(try CorpusIndex.run(["replay", files[2]]).status == .found)
  }

  @Test(arguments: [
    (["--possible"], "including values that are only possible"),
    (
      ["--possible", "--include-unknown"],
      "including documents without a value; including values that are only possible"
    ),
  ])
  func `a search saved as text names what the filters include`(
    options: [String], text: String
  ) throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = temporary.path + "/record.md"
    let search = ["search", "role AND peer", "--method", "qualitative", "--record", file]
    #expect(try CorpusIndex.run(search + options).status == .found)
    let markdown = try String(contentsOfFile: file, encoding: .utf8)
    #expect(markdown.contains("\n| Filters | method: qualitative; \(text) |\n"))
  }

  @Test func `a saved search names the language that was recognised`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let files = [".md", ".json"].map { temporary.path + "/record" + $0 }
    _ = try CorpusIndex.run([
      "search", "peer adj3 support$.ti,ab.", "--record", files[0], "--record", files[1],
    ])
    let markdown = try String(contentsOfFile: files[0], encoding: .utf8)
    #expect(markdown.contains("\n| Syntax | Ovid |"))
    let json = try String(contentsOfFile: files[1], encoding: .utf8)
    #expect(json.contains("\"syntax\" : \"ovid\"") || json.contains("\"syntax\": \"ovid\""))
    #expect(try CorpusIndex.run(["replay", files[1]]).status == .found)
  }

  @Test func `a search without hits is saved too`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = temporary.path + "/record.json"
    #expect(try CorpusIndex.run(["search", "zzzzzz", "--record", file]).status == .nothing)
    #expect(try CorpusIndex.run(["replay", file]).status == .found)
  }

  @Test(arguments: [
    ["peer"], ["role", "--exact"], ["role", "--sort", "year"], ["role", "--method", "qualitative"],
    ["role", "--plain"], ["peer OR role"],
  ])
  func `a file is replaced only by a record of the same search`(other: [String]) throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    for file in [".json", ".md", ".txt"].map({ temporary.path + "/record" + $0 }) {
      func text() throws -> String { try String(contentsOfFile: file, encoding: .utf8) }
      #expect(try CorpusIndex.run(["search", "role", "--record", file]).status == .found)
      let again = try CorpusIndex.run(["search", "role", "--limit", "1", "--record", file])
      #expect(again.status == .found)
      let saved = try text()
      let refused = try CorpusIndex.run(["search"] + other + ["--record", file])
      #expect(refused.status == .usage && refused.outputText.isEmpty)
      #expect(
        refused.errorText == """
          peerlit: \(file) exists and does not contain this search, so it is not replaced. \
          Choose another file, or delete it.

          """)
      #expect(try text() == saved)
    }
  }

  @Test(arguments: ["record.json", "notes.md"])
  func `a file that is not a saved search is not replaced, an empty one is`(name: String) throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = temporary.path + "/" + name
    try "# Notes\n".write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try CorpusIndex.run(["search", "role", "--record", file]).status == .usage)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "# Notes\n")
    try "".write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try CorpusIndex.run(["search", "role", "--record", file]).status == .found)
  }

  @Test(arguments: ["", "{}", "{\"format_version\":1,\"hits\":3}", "no"])
  func `a file that is not a saved search is an error`(text: String) throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = temporary.path + "/record.json"
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let capture = try CorpusIndex.run(["replay", file])
    #expect(capture.status == .trouble)
    #expect(capture.errorText.contains("it is not a search saved by search --record"))
    let missing = try CorpusIndex.run(["replay", "/nowhere.json"])
    #expect(missing.status == .trouble)
    #expect(
      missing.errorText.hasPrefix("peerlit: Can't read /nowhere.json: No such file or directory."))
  }

  @Test func `a search saved as text can't be replayed`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = temporary.path + "/record.md"
    #expect(try CorpusIndex.run(["search", "role", "--record", file]).status == .found)
    let capture = try CorpusIndex.run(["replay", file])
    #expect(capture.status == .trouble)
    #expect(
      capture.errorText
        == "peerlit: Can't read \(file): only searches saved as JSON can be replayed, such as by "
        + "--record search.json.\n")
  }

  @Test func `a batch can't be saved, and a write error is reported`() throws {
    #expect(try CorpusIndex.run(["search", "--queries", "q", "--record", "f"]).status == .usage)
    let capture = try CorpusIndex.run(["search", "peer", "--record", "/nowhere/f.json"])
    #expect(capture.status == .trouble)
    #expect(capture.errorText.contains("/nowhere/f.json"))
  }
}
