import Foundation
import Retrieval
import Synchronization
import Testing
import peerlit

/// Accounts, interruptions and progress of `index`, as people meet them.
struct IndexCommandTests {
  private static func folder() throws -> URL {
    let folder = URL.temporaryDirectory.appending(path: "index-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test func `Ctrl-C keeps what was read, and the next call goes on from there`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
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
    #expect(capture.errorText.contains("Interrupted; what was read until then is in the index."))
    let second = Capture()
    #expect(second.run("index", file.path, "--index", index) == .found)
    #expect(second.outputText.hasPrefix("3,000 records in 1 file: "))
    #expect(second.outputText.contains(" unchanged."))
    #expect(try Index(path: index).stats().documents == 3_000)
  }

  @Test func `other programs go first while it indexes`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("{\"_id\":\"1\",\"title\":\"T\",\"text\":\"peer\"}\n".utf8)
      .write(to: folder.appending(path: "x.jsonl"))
    let index = folder.appending(path: "i.sqlite").path
    var letFirst = 0
    let console = Console(letOthersFirst: { letFirst += 1 }) { _, _ in }
    #expect(Program.run(["index", folder.path, "--index", index], on: console) != .usage)
    #expect(letFirst == 1)
    #expect(Program.run(["search", "peer", "--index", index], on: console) == .found)
    #expect(letFirst == 1)
  }

  @Test func `progress tells how far it is`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("{\"_id\":\"1\",\"title\":\"T\",\"text\":\"peer\"}\n".utf8)
      .write(to: folder.appending(path: "x.jsonl"))
    let capture = Capture()
    let console = capture.console(showsProgress: true)
    let status = Program.run(
      ["index", folder.path, "--index", folder.appending(path: "i.sqlite").path], on: console)
    #expect(status == .found || status == .trouble)
    #expect(capture.errorText.contains("1 record"))
  }

  @Test func `duplicates are counted, told and reported`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
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
    #expect(capture.errorText.contains("same work as 1 (doi 10.1000/a)"))
    let lines = try String(contentsOfFile: report, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines { #expect(try JSONSchema("incident").faults(in: String(line)) == []) }
    let shown = Capture()
    #expect(shown.run("show", "3", "--index", index) == .found)
    #expect(shown.outputText.contains("Also in   "))
    let json = Capture()
    #expect(json.run("show", "3", "--index", index, "--format", "json") == .found)
    #expect(try JSONSchema("document").faults(in: json.outputText) == [])
    // Nothing of it is told again when nothing changed.
    let again = Capture()
    #expect(again.run(["index"] + arguments + ["--index", index]) == .found)
    #expect(again.outputText.hasPrefix("3 records in 2 files: 3 unchanged."))
    #expect(again.errorText == "")
  }
}
