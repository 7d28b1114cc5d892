import GRDB
import Query
import Ranking

extension Index {
  /// Ranks like ``search(_:)``, but returns only the documents' ids: for batches and runs, which
  /// need a thousand ids, where a person needs ten passages.
  ///
  /// Related documents are merged by score if the request asks for a number of them.
  ///
  /// - Returns: the public ids with their scores, best first; if the unit is passages, a document
  ///   appears once for each of its passages.
  public func references(_ request: SearchRequest) throws -> [(id: String, score: Double)] {
    try use { try $0.references(request) }
  }
}

extension Searcher {
  /// The documents of a request's hits, in order.
  func references(_ request: SearchRequest) throws -> [(id: String, score: Double)] {
    let prepared = try prepare(request)
    let ranking = try order(prepared, request)
    let map = try snapshot.passageMap()
    var found = ranking.best.map { scored in
      (
        number: map.document(of: scored.number, request.unit),
        score: Double(scored.score) / ranking.scale
      )
    }
    if request.related != nil,
      let related = try related(prepared, request, ranking, nil)?.ranking, !related.best.isEmpty
    {
      found += related.best.map { ($0.number, Double($0.score) / related.scale) }
      let order = found.indices.sorted {
        found[$0].score != found[$1].score ? found[$0].score > found[$1].score : $0 < $1
      }
      found = order.prefix(request.limit).map { found[$0] }
    }
    // Runs have no place for a note.
    try reader.storage?.requireAllShards()
    try reader.load(found.map { Int($0.number) })
    return try found.compactMap { document in
      try reader.id(of: Int(document.number)).map { (id: $0, score: document.score) }
    }
  }
}
