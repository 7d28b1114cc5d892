import Foundation
import Retrieval
import Synchronization
import TestSupport
import Testing
import peerlit

/// The summary, interruption and progress of `index`.
struct IndexCommandTests {
  @Test func `Ctrl-C keeps what was read, and the next call continues from there`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let folder = temporary.url
    let lines = (0..<3_000).map { "{\"_id\":\"\($0)\",\"title\":\"T\($0)\",\"text\":\"peer\"}\n" }
    let file = folder.appending(path: "x.jsonl")
    try Data(lines.joined().utf8).write(to: file)
    let index = folder.appending(path: "i.sqlite").path
    let asked = Atomic(0)
    let capture = Capture()
    let console = Console(isInterrupted: {
      asked.wrappingAdd(1, ordering: .relaxed).newValue > 4
    }) { channel, bytes in
      try capture.take(channel, bytes)
    }
    let status = Program.run(["index", file.path, "--index", index, "--optimize"], on: console)
    #expect(status == .trouble)
    #expect(capture.errorText.contains("Interrupted. Everything read so far is in the index"))
    let second = Capture()
    #expect(second.run("index", file.path, "--index", index) == .found)
    #expect(second.outputText.hasPrefix("3,000 records in 1 file: "))
    #expect(second.outputText.contains(" unchanged."))
    #expect(try Index(path: index).stats().documents == 3_000)
  }

  @Test func `options that an existing index can't follow are reported`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = temporary.url.appending(path: "x.jsonl").path
    try Data("{\"_id\":\"1\",\"title\":\"T\",\"text\":\"peer\"}\n".utf8)
      .write(to: URL(filePath: file))
    func notes(_ name: String, _ arguments: [String]) -> String {
      let capture = Capture()
      let index = temporary.url.appending(path: name).path
      #expect(capture.run(["index", file, "--index", index] + arguments) == .found)
      #expect(capture.outputText.hasSuffix("\nIndex: \(index)\n"))
      return capture.errorText
    }
    let options = ["--no-fts", "--language", "german"]
    #expect(notes("plain.sqlite", options) == "")
    #expect(notes("plain.sqlite", options) == "")
    #expect(notes("full.sqlite", []) == "")
    #expect(
      notes("full.sqlite", options) == """
        peerlit: --no-fts has no effect: the index already has an FTS5 table. Use it with a new \
        file (--index).
        peerlit: --language german has no effect: the index is in english. Use it with a new file \
        (--index).

        """)
  }

  @Test func `indexing lowers its priority`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let folder = temporary.url
    try Data("{\"_id\":\"1\",\"title\":\"T\",\"text\":\"peer\"}\n".utf8)
      .write(to: folder.appending(path: "x.jsonl"))
    let index = folder.appending(path: "i.sqlite").path
    var loweredPriority = 0
    let console = Console(lowerPriority: { loweredPriority += 1 }) { _, _ in }
    #expect(Program.run(["index", folder.path, "--index", index], on: console) != .usage)
    #expect(loweredPriority == 1)
    #expect(Program.run(["search", "peer", "--index", index], on: console) == .found)
    #expect(loweredPriority == 1)
  }

  @Test func `progress is shown`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let folder = temporary.url
    try Data("{\"_id\":\"1\",\"title\":\"T\",\"text\":\"peer\"}\n".utf8)
      .write(to: folder.appending(path: "x.jsonl"))
    let capture = Capture()
    let console = capture.console(showsProgress: true)
    let status = Program.run(
      ["index", folder.path, "--index", folder.appending(path: "i.sqlite").path], on: console)
    #expect(status == .found || status == .trouble)
    #expect(capture.errorText.contains("1 record"))
  }

  @Test func `duplicates are counted and reported`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let folder = temporary.url
    let record = { (id: String) in
      "{\"_id\":\"\(id)\",\"title\":\"T \(id)\",\"text\":\"peer\",\"doi\":\"10.1000/a\"}\n"
    }
    for (name, ids) in [("a.jsonl", ["1", "2"]), ("b.jsonl", ["3"])] {
      try Data(ids.map(record).joined().utf8).write(to: folder.appending(path: name))
    }
    let index = folder.appending(path: "i.sqlite").path
    let report = folder.appending(path: "report.txt").path
    let capture = Capture()
    let arguments = [
      folder.appending(path: "a.jsonl").path, folder.appending(path: "b.jsonl").path,
    ]
    #expect(
      capture.run(["index"] + arguments + ["--index", index, "--report", report]) == .found)
    #expect(capture.outputText.hasPrefix("3 records in 2 files: 1 added, 2 duplicate."))
    #expect(
      capture.errorText.contains("same work as 1, “T 1” in a.jsonl, line 1 (same doi 10.1000/a)"))
    let lines = try String(contentsOfFile: report, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines { #expect(try JSONSchema("incident").faults(in: String(line)) == []) }
    let shown = Capture()
    #expect(shown.run("show", "3", "--index", index) == .found)
    #expect(shown.outputText.contains("Also in      "))
    let json = Capture()
    #expect(json.run("show", "3", "--index", index, "--format", "json") == .found)
    #expect(try JSONSchema("document").faults(in: json.outputText) == [])
    // They are not reported again if nothing changed.
    let again = Capture()
    #expect(again.run(["index"] + arguments + ["--index", index]) == .found)
    #expect(again.outputText.hasPrefix("3 records in 2 files: 3 unchanged."))
    #expect(again.errorText == "")
  }

  @Test func `a file name can't forge a line or command the terminal`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let folder = temporary.url
    let name = "a\nadded: everything\u{1B}[2J.jsonl"
    try Data("{oops\n".utf8).write(to: folder.appending(path: name))
    let report = folder.appending(path: "report.txt").path
    let capture = Capture()
    let status = capture.run(
      "index", folder.path, "--index", folder.appending(path: "i.sqlite").path, "--report", report)
    #expect(status == .trouble)
    #expect(capture.errorText.contains("/a\\nadded: everything\\x1B[2J.jsonl, line 1: "))
    #expect(!capture.errorText.contains("\u{1B}") && !capture.errorText.contains("\nadded:"))
    let lines = try String(contentsOfFile: report, encoding: .utf8)
    #expect(!lines.contains("\u{1B}") && lines.contains("\\nadded: everything\\u001b[2J"))
  }

  @Test func `quiet and verbose decide how many incidents are printed`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let folder = temporary.url
    let file = folder.appending(path: "x.jsonl")
    try Data(String(repeating: "{oops\n", count: 12).utf8).write(to: file)
    for (option, lines) in [("--quiet", 0), ("--verbose", 13), ("--no-option", 11)] {
      let capture = Capture()
      let index = folder.appending(path: "\(option).sqlite").path
      let options = option == "--no-option" ? [] : [option]
      #expect(capture.run(["index", file.path, "--index", index] + options) == .trouble)
      #expect(capture.errorText.split(separator: "\n").count == lines, "\(capture.errorText)")
      #expect(capture.outputText.hasPrefix("12 records in 1 file: 12 failed."))
    }
  }
}
