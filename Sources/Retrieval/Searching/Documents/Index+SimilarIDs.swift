import Analysis
import GRDB
import Literature
import Query

extension Index {
  /// The ids that a person may have meant by each id that names no document: those that begin
  /// with it, then those with one or two typing errors, regardless of case.
  ///
  /// There are none for numbers, such as PMIDs, because every number is similar to others, and none
  /// in an index that is divided among shards. All ids of the index are read once.
  /// - Parameter limit: the maximum number of ids for each.
  public func similarIDs(to ids: [String], limit: Int = 3) throws -> [String: [String]] {
    try use { try $0.reader.similarIDs(to: ids, limit: limit) }
  }

  /// The questions that suggest similar ids, by the ids that name no document: “Did you mean “a” or
  /// “b”?”; none for an id without similar ones, and none if the index can't be read.
  public func suggestions(for ids: [String]) -> [String: String] {
    let similar = (try? similarIDs(to: ids)) ?? [:]
    return similar.filter { !$0.value.isEmpty }
      .mapValues { "Did you mean \($0.quotedAlternatives)?" }
  }
}

extension IndexReader {
  fileprivate func similarIDs(to ids: [String], limit: Int) throws -> [String: [String]] {
    let all = ids.compactMap { TypedID($0) }
    guard !all.isEmpty, storage == nil else { return [:] }
    var found: [[(id: String, errors: Int)]] = Array(repeating: [], count: all.count)
    let cursor = try String.fetchCursor(database, sql: "SELECT id FROM documents")
    while let id = try cursor.next() {
      let folded = id.lowercased()
      let scalars = Array(folded.unicodeScalars)
      for (index, typed) in all.enumerated() {
        if let errors = typed.errors(folded, scalars) { found[index].append((id, errors)) }
      }
    }
    var similar: [String: [String]] = [:]
    for (typed, candidates) in zip(all, found) {
      similar[typed.id] = candidates.sorted { ($0.errors, $0.id) < ($1.errors, $1.id) }
        .prefix(limit).map(\.id)
    }
    return similar
  }
}

/// An id as a person typed it.
private struct TypedID {
  let id: String
  private let folded: String
  private let scalars: [Unicode.Scalar]

  /// `nil` for a number, and for an id that is too short or too long to be similar to others.
  init?(_ id: String) {
    self.id = id
    folded = id.trimmed.lowercased()
    scalars = Array(folded.unicodeScalars)
    let isNumber = Identifier.readings(of: id).contains { $0.scheme != .doi }
    if isNumber || !(3...200).contains(scalars.count) { return nil }
  }

  /// The number of typing errors in an id in lower case, 0 if it begins with this one; `nil` if
  /// they are too many.
  func errors(_ other: String, _ others: [Unicode.Scalar]) -> Int? {
    if other.hasPrefix(folded) { return 0 }
    return EditDistance.between(scalars, others, within: scalars.count < 5 ? 1 : 2)
  }
}
