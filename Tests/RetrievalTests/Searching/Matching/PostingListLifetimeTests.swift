import Foundation
import GRDB
import Query
import Ranking
import Retrieval
import TestSupport
import Testing

/// Posting lists are read in the memory of SQLite, so no response may depend on a row that SQLite
/// has released.
///
/// Rows were once released while cursors still pointed into them. This needed more than 128 open
/// lists, and a filter that few documents pass, which leads to a second ranking with feedback
/// terms.
struct PostingListLifetimeTests {
  @Test func `no answer depends on a row after its end`() throws {
    let library = try Self.library()
    var settings = SearchSettings()
    settings.poisonsRows = true
    let poisoned = try Index(path: library.indexPath, settings: settings)
    let index = try library.open()
    for request in Self.requests() {
      let expected = try index.search(request)
      #expect(expected.hits.count > 10)
      #expect(try poisoned.search(request).hits == expected.hits)
    }
  }

  @Test func `no answer depends on whether pages are in the write-ahead log`() throws {
    let library = try Self.library()
    let requests = Self.requests()
    let expected = try requests.map { try library.open().search($0).hits }
    let found = try library.use { database in
      // Writes every page to the log, and leaves it there while this connection is open.
      try database.execute(sql: "PRAGMA wal_autocheckpoint = 0; VACUUM")
      return try requests.map { try library.open().search($0).hits }
    }
    #expect(found == expected)
  }

  /// An index of four segments, the last ones small.
  private static func library() throws -> TemporaryLibrary {
    var corpus = RandomCorpus(seed: 41, words: 96)
    let library = try TemporaryLibrary()
    for (call, count) in [400, 80, 16, 3].enumerated() {
      try library.write(
        "batch-\(call).jsonl",
        (0..<count).map { corpus.record("\(call)-\($0)", sentences: 4) })
      try library.index()
    }
    #expect(try library.open().stats().segments == 4)
    return library
  }

  /// Queries of 42 words that fewer than 100 documents of one year pass.
  private static func requests() -> [SearchRequest] {
    var corpus = RandomCorpus(seed: 41, words: 96)
    return (0..<4).map { number in
      var request = SearchRequest(
        corpus.words.shuffled(using: &corpus.random).prefix(42).joined(separator: " "))
      request.unit = .document
      request.limit = 40
      request.explain = true
      request.filter.year.add(NumberRange(from: 2000 + number, to: 2000 + number))
      return request
    }
  }

  // MARK: The scope of lists

  @Test func `lists that were opened are opened again in the same scope`() throws {
    try Self.withPool { pool in
      try pool.withLists { lists in
        for _ in 0..<3 {
          var read = 0
          for term in 0..<300 {
            let cursor = try #require(try lists.postings(.document, term: term, segment: 0))
            read += Int(cursor.count)
          }
          #expect(read == 300)
        }
        // More lists than are kept open, all read at the same time.
        let cursors = try (0..<300).map {
          try #require(try lists.postings(.document, term: $0, segment: 0))
        }
        for (term, cursor) in cursors.enumerated() {
          var cursor = cursor
          let posting = cursor.seek(0)
          #expect(posting?.number == UInt32(term))
        }
      }
    }
  }

  @Test func `thousands of lists are closed much faster than they are opened`() throws {
    try Self.withPool { pool in
      var opening = Duration.zero
      let whole = try processorTime {
        try pool.withLists { lists in
          var cursors: [PostingCursor] = []
          opening = try processorTime {
            for _ in 0..<8000 {
              cursors.append(try #require(try lists.postings(.passage, term: 0, segment: 0)))
            }
          }
          #expect(cursors.count == 8000)
        }
      }
      #expect((whole - opening) * 4 < opening)
    }
  }

  /// Lists that are opened after very many others copy their rows.
  @Test(arguments: [0, 300])
  func `two cursors on one list do not disturb each other`(others: Int) throws {
    try Self.withPool { pool in
      try pool.withLists { lists in
        let open = try (0..<others).map {
          try #require(try lists.postings(.document, term: $0, segment: 0))
        }
        defer { withExtendedLifetime(open) {} }
        var first = try #require(try lists.postings(.passage, term: 0, segment: 0))
        var second = try #require(try lists.postings(.passage, term: 0, segment: 0))
        var found = [first.seek(50_000), second.seek(10), first.seek(50_001)]
        found.append(second.seek(99_999))
        #expect(found.map { $0?.number } == [50_000, 10, 50_001, 99_999])
      }
    }
  }

  @Test func `thousands of lists are opened in linear time`() throws {
    func time(_ count: Int) throws -> Duration {
      var opening = Duration.zero
      try Self.withPool { pool in
        try pool.withLists { lists in
          var cursors: [PostingCursor] = []
          opening = try processorTime {
            for _ in 0..<count {
              cursors.append(try #require(try lists.postings(.document, term: 0, segment: 0)))
            }
          }
          #expect(cursors.count == count)
        }
      }
      return opening
    }
    // In quadratic time, it would be 64 times as long.
    #expect(try time(32_000) < time(4000) * 32)
  }

  @Test func `a list that outlives its scope stops the program`() async {
    await #expect(processExitsWith: .failure) {
      try PostingListLifetimeTests.withPool { pool in
        var kept: PostingCursor?
        try pool.withLists { lists in
          kept = try lists.postings(.document, term: 0, segment: 0)
        }
        print(kept?.count ?? 0)
      }
    }
  }

  @Test func `a list that is opened after its scope stops the program`() async {
    await #expect(processExitsWith: .failure) {
      try PostingListLifetimeTests.withPool { pool in
        var kept: PostingLists?
        pool.withLists { kept = $0 }
        _ = try kept?.postings(.document, term: 0, segment: 0)
      }
    }
  }

  /// A pool of 300 short lists of documents and a long list of passages.
  private static func withPool(_ body: (PostingListPool) throws -> Void) throws {
    try DatabaseQueue().writeWithoutTransaction { database in
      for table in ["document_postings", "passage_postings", "passage_positions"] {
        try database.execute(sql: "CREATE TABLE \(table) (id INTEGER PRIMARY KEY, data BLOB)")
      }
      func insert(_ table: String, term: Int, _ postings: [Posting]) throws {
        for (row, bytes) in PostingLayout.rows(postings).enumerated() {
          try database.execute(
            sql: "INSERT INTO \(table) VALUES (?, ?)",
            arguments: [PostingKey.first(segment: 0, term: term) + Int64(row), Data(bytes)])
        }
      }
      for term in 0..<300 {
        try insert("document_postings", term: term, [Posting(number: UInt32(term), impact: 9)])
      }
      try insert(
        "passage_postings", term: 0,
        (0..<100_000).map { Posting(number: $0, impact: UInt8($0 % 255) + 1) })
      try body(PostingListPool(database))
    }
  }
}
