import GRDB
import Query

extension Index {
  /// A number that increases with every commit to the file; results are valid while it is
  /// unchanged.
  public func generation() throws -> Int {
    try use { $0.reader.snapshot.generation }
  }

  /// Reads a word, a posting list and a text, as a search does.
  ///
  /// - Throws: ``IndexError`` if a search would fail.
  public func probe() throws {
    try use { searcher in
      let word = try String.fetchOne(
        searcher.reader.database, sql: "SELECT term FROM terms LIMIT 1")
      var request = SearchRequest(word ?? "peer")
      request.limit = 1
      request.exact = true
      request.plain = true
      _ = try searcher.search(request)
    }
  }
}
