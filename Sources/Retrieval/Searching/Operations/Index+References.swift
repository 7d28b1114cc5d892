import GRDB
import Query
import Ranking

extension Index {
  /// Ranks as ``search(_:)`` does, and returns the documents' ids without fetching any text: for
  /// batches and runs, which need a thousand ids where a reader needs ten passages.
  ///
  /// - Returns: the public ids with their scores, best first; with passages as the unit, a document
  ///   once for each of its passages.
  public func references(_ request: SearchRequest) throws -> [(id: String, score: Double)] {
    try use { try $0.references(request) }
  }
}

extension Searcher {
  /// The documents of a request's hits, in order.
  func references(_ request: SearchRequest) throws -> [(id: String, score: Double)] {
    var prepared = try prepare(request)
    let ranking = try order(&prepared, request)
    let map = try snapshot.passageMap()
    return try ranking.best.compactMap { scored in
      let number = request.unit == .document ? scored.number : map.document(of: scored.number)
      return try reader.id(of: Int(number)).map {
        (id: $0, score: Double(scored.score) / ranking.scale)
      }
    }
  }
}
