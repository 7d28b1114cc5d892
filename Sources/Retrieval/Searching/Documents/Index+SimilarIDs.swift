import Analysis
import GRDB
import Literature

extension Index {
  /// The ids that a person may have meant by one that names no document: those that begin with it,
  /// then those with one or two typing errors, regardless of case.
  ///
  /// Empty for numbers, such as PMIDs, because any of them is similar to others, and for an index
  /// that is divided among shards.
  /// - Parameter limit: the maximum number of ids.
  public func similarIDs(to id: String, limit: Int = 3) throws -> [String] {
    try use { try $0.reader.similarIDs(to: id, limit: limit) }
  }
}

extension IndexReader {
  fileprivate func similarIDs(to id: String, limit: Int) throws -> [String] {
    let typed = id.trimmed.lowercased()
    let wanted = Array(typed.unicodeScalars)
    let isNumber = Identifier.readings(of: id).contains { $0.scheme != .doi }
    guard (3...200).contains(wanted.count), !isNumber, storage == nil else { return [] }
    let mostErrors = wanted.count < 5 ? 1 : 2
    var found: [(id: String, errors: Int)] = []
    let ids = try String.fetchCursor(database, sql: "SELECT id FROM documents")
    while let id = try ids.next() {
      let folded = id.lowercased()
      if folded.hasPrefix(typed) {
        found.append((id, 0))
        continue
      }
      let scalars = Array(folded.unicodeScalars)
      guard abs(scalars.count - wanted.count) <= mostErrors else { continue }
      let errors = EditDistance.between(wanted, scalars)
      if errors <= mostErrors { found.append((id, errors)) }
    }
    return found.sorted { ($0.errors, $0.id) < ($1.errors, $1.id) }.prefix(limit).map(\.id)
  }
}
