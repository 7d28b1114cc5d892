import Foundation
import Query
import Retrieval
import Testing

/// Deadlines set by the caller, and files that are overwritten while they are open.
struct OverwrittenIndexTests {
  let library: TemporaryLibrary

  init() throws {
    library = try TemporaryLibrary()
    try library.write(
      "a.jsonl",
      lines: (0..<400).map { "{\"_id\":\"\($0)\",\"title\":\"\",\"text\":\"word\($0) peer\"}" })
    try library.index()
  }

  @Test func `a query past its deadline is stopped, and the next one is not`() throws {
    let index = try library.open()
    for _ in 0..<2 {
      #expect(throws: IndexError.interrupted) {
        try Index.withDeadline(.now) { try index.search(SearchRequest("peer")) }
      }
    }
    #expect(try index.search(SearchRequest("peer")).hits.count == 10)
    let later = try Index.withDeadline(.now + .seconds(60)) {
      try index.search(SearchRequest("peer"))
    }
    #expect(later.hits.count == 10)
  }

  @Test func `an index that is truncated while it is open is an error`() throws {
    let index = try library.open()
    #expect(try index.search(SearchRequest("peer")).hits.count == 10)
    let whole = try Data(contentsOf: URL(filePath: library.indexPath))
    let file = try #require(FileHandle(forWritingAtPath: library.indexPath))
    for length in [0, 4096, whole.count / 2] {
      try file.truncate(atOffset: UInt64(length))
      #expect(throws: IndexError.self) { try index.check() }
    }
    try file.truncate(atOffset: 0)
    try file.write(contentsOf: whole)
    #expect(try index.search(SearchRequest("peer")).hits.count == 10)
  }
}
