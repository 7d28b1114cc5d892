import GRDB
import Query

extension Index {
  /// A number that rises with every commit to the file: what was answered under an equal number is
  /// still true.
  public func generation() throws -> Int {
    try use { $0.reader.snapshot.generation }
  }

  /// Reads a word, a list of postings and a text, as a search does.
  ///
  /// - Throws: ``IndexError`` when a search could not be answered.
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
