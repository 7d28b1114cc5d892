import Foundation
import Testing
import peerlit

/// Searches that are saved in a file and run again.
struct ReplayCommandTests {
  @Test func `a search is saved, and a replay finds the same`() throws {
    let file = URL.temporaryDirectory.appending(path: "\(UUID().uuidString).json").path
    defer { try? FileManager.default.removeItem(atPath: file) }
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
    // A document that existed then, and does not exist now.
    text = text.replacing("\"peers-hcv-2023\"", with: "\"unknown-now\"")
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let changed = try CorpusIndex.run(["replay", file])
    #expect(changed.status == .nothing)
    #expect(changed.outputText.replacing("\n", with: " ").contains("1 new, 1 gone"))
    #expect(changed.outputText.contains("\nNew\n  "))
    #expect(changed.outputText.contains("\nGone\n  unknown-now (was "))
    let json = try CorpusIndex.run(["replay", file, "--format", "json"])
    #expect(try JSONSchema("replay").faults(in: json.outputText) == [])
  }

  @Test func `a search without hits is saved too`() throws {
    let file = URL.temporaryDirectory.appending(path: "\(UUID().uuidString).json").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    #expect(try CorpusIndex.run(["search", "zzzzzz", "--record", file]).status == .nothing)
    #expect(try CorpusIndex.run(["replay", file]).status == .found)
  }

  @Test(arguments: ["", "{}", "{\"format_version\":1,\"hits\":3}", "no"])
  func `a file that is not a saved search is an error`(text: String) throws {
    let file = URL.temporaryDirectory.appending(path: "\(UUID().uuidString).json").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let capture = try CorpusIndex.run(["replay", file])
    #expect(capture.status == .trouble)
    #expect(capture.errorText.contains("it is not a search saved by search --record"))
    let missing = try CorpusIndex.run(["replay", "/nowhere.json"])
    #expect(missing.status == .trouble)
    #expect(
      missing.errorText.hasPrefix("peerlit: Can't read /nowhere.json: No such file or directory."))
  }

  @Test func `a batch can't be saved, and a write error is reported`() throws {
    #expect(try CorpusIndex.run(["search", "--queries", "q", "--record", "f"]).status == .usage)
    let capture = try CorpusIndex.run(["search", "peer", "--record", "/nowhere/f.json"])
    #expect(capture.status == .trouble)
    #expect(capture.errorText.contains("/nowhere/f.json"))
  }
}
