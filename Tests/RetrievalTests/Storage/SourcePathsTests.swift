import GRDB
import Retrieval
import Testing

/// Documents refer to the paths of their files, each of which is stored once.
struct SourcePathsTests {
  @Test func `a path is stored as long as a document has it`() throws {
    let library = try TemporaryLibrary()
    func expect(paths: [String], sources: [String]) throws {
      try library.use { database in
        let stored = try String.fetchAll(database, sql: "SELECT path FROM paths ORDER BY path")
        #expect(stored == paths.map(library.path))
        let shown = try String.fetchAll(database, sql: "SELECT source FROM works ORDER BY id")
        #expect(shown == sources.map(library.path))
      }
    }
    try library.write(
      "a.jsonl", ["1", "2", "3"].map { Record($0, text: "Peer zebra \($0) walks.") })
    try library.write("b.jsonl", [Record("4", text: "Other animals run.")])
    try library.index()
    try expect(
      paths: ["a.jsonl", "b.jsonl"], sources: ["a.jsonl", "a.jsonl", "a.jsonl", "b.jsonl"])
    try library.write("a.jsonl", [Record("2", text: "Peer zebra 2 sleeps.")])
    try library.remove("b.jsonl")
    try library.index(prune: true)
    try expect(paths: ["a.jsonl"], sources: ["a.jsonl"])
    try library.remove("a.jsonl")
    try library.write("c.jsonl", [Record("2", text: "Peer zebra 2 sleeps.")])
    try library.index(prune: true)
    try expect(paths: ["c.jsonl"], sources: ["c.jsonl"])
    #expect(try library.open().check().problems == [])
  }
}
