import Answers
import Literature
import Query
import Ranking

extension Index {
  /// The documents that match a request, in order; all documents, in the order of indexing, if
  /// it has neither a query nor filters.
  ///
  /// - Parameters:
  ///   - request: its unit, limit and offset are ignored.
  ///   - limit: maximum number; `nil` for all.
  public func select(_ request: SearchRequest, limit: Int? = nil) throws -> DocumentSelection {
    try use { try $0.select(request, limit: limit) }
  }

  /// The documents with these ids, in the same order, each once.
  public func select(ids: [String]) throws -> DocumentSelection {
    try use { try $0.select(ids: ids) }
  }

  /// Some of the selected documents, with their text; those that no longer exist are omitted.
  public func documents(
    _ selection: DocumentSelection, _ range: Range<Int>
  ) throws -> [Document] {
    try use { searcher in
      try searcher.reader.load(selection.numbers[range].map { Int($0) })
      return try selection.numbers[range].compactMap {
        try searcher.reader.document(number: Int($0))
      }
    }
  }
}

extension Searcher {
  func select(_ request: SearchRequest, limit: Int?) throws -> DocumentSelection {
    var request = request
    request.unit = .document
    request.offset = 0
    request.limit = min(limit ?? .max, max(1, snapshot.documentLimit))
    var prepared = try prepare(request)
    if prepared.query.tree.isEmpty, prepared.filter.isEmpty, prepared.documents == nil {
      prepared.documents = snapshot.alive()
    }
    let ranking = try order(prepared, request)
    return try DocumentSelection(
      numbers: ranking.best.map(\.number), unknown: [],
      notes: prepared.notes
        + MissingValueNotes(matcher: matcher, snapshot: snapshot).notes(prepared)
        + [MissingShards(reader.storage).note].compactMap(\.self))
  }

  func select(ids: [String]) throws -> DocumentSelection {
    var numbers: [UInt32] = []
    var known = Set<UInt32>()
    var unknown: [String] = []
    for id in ids {
      guard let number = try reader.number(of: id) else {
        unknown.append(id)
        continue
      }
      if known.insert(UInt32(number)).inserted { numbers.append(UInt32(number)) }
    }
    return DocumentSelection(numbers: numbers, unknown: unknown, notes: [])
  }
}
