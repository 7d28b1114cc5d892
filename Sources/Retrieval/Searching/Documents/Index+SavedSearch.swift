import Answers
import Foundation
import Query
import Ranking

extension Index {
  /// Runs a search for a review, and keeps all of its results, in order.
  ///
  /// - Parameters:
  ///   - request: its limit and offset are ignored.
  ///   - program: the name and version of the program.
  ///   - date: the date of the search.
  public func savedSearch(
    _ request: SearchRequest, by program: String, at date: Date
  ) throws -> SavedSearch {
    try use { try $0.savedSearch(request, by: program, at: date) }
  }

  /// Runs a saved search again, and compares the results.
  ///
  /// - Throws: ``QueryError`` if a filter is no longer valid.
  public func replay(
    _ old: SavedSearch, by program: String, at date: Date
  ) throws -> SearchComparison {
    try use { searcher in
      let new = try searcher.savedSearch(try old.request.request(), by: program, at: date)
      let missing = Set(old.hits).subtracting(new.hits)
      // A document may have a different id now, because it was merged with another.
      var merged: [String: String] = [:]
      for id in missing {
        guard let number = try searcher.reader.number(of: id),
          let now = try searcher.reader.id(of: number)
        else {
          continue
        }
        if now != id { merged[id] = now }
      }
      return SearchComparison(old, new, merged: merged)
    }
  }
}

extension Searcher {
  fileprivate func savedSearch(
    _ request: SearchRequest, by program: String, at date: Date
  ) throws -> SavedSearch {
    try reader.requireFile()
    var all = request
    all.offset = 0
    all.limit = max(1, snapshot.limit(request.unit))
    all.reading = try QueryParser().read(all)
    let prepared = try prepare(all)
    let ranking = try order(prepared, all)
    let map = try snapshot.passageMap()
    var known = Set<UInt32>()
    let numbers = ranking.best.map { map.document(of: $0.number, request.unit) }
      .filter { known.insert($0).inserted }
    let total = try counter.count(prepared, all: true)
    let hits = try numbers.compactMap { try reader.name(of: Int($0)) }
    let strategy = all.strategy
    // The lines of a strategy have their own notes; one is on the words of all lines.
    let notes: [SearchNote]
    if let strategy {
      notes = try formNote(strategy.lines.map(\.query)).map { [$0] } ?? []
    } else {
      notes = try self.notes(prepared, all, foundNothing: total.documents == 0)
    }
    // A recognised language is saved, so that a replay does not depend on recognition.
    var request = request
    if prepared.query.syntax != .peerlit { request.syntax = prepared.query.syntax }
    return SavedSearch(
      program: program, date: date.formatted(.iso8601), index: try reader.content(),
      request: SavedSearch.Request(request),
      query: prepared.interpreted(request, notes: notes), synonyms: settings.synonyms,
      total: total, lines: try strategy.map { try count($0, request) },
      hits: hits.map(\.id), titles: hits.map(\.title))
  }
}
