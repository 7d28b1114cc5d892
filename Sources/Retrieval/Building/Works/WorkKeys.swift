import GRDB
import Literature

/// The documents for each work key: an identifier, a title, or volume and page of a journal.
///
/// Documents that share a key may still be different works. Changes are collected and written in
/// key order, which is ten times as fast as writing them one by one.
package final class WorkKeys {
  private let database: Database
  private var changed: [Int64: Change] = [:]
  private var isTableEmpty: Bool
  /// The keys that were written; `nil` if the table had some before.
  ///
  /// Most keys of a record are new, and this shows it without a search of the table.
  private var written: HashFilter?

  /// The documents that were given a key, in ascending order, and those that lost it.
  private struct Change {
    var added: [Int] = []
    var removed = Set<Int>()

    mutating func add(_ document: Int) {
      removed.remove(document)
      // New documents have the highest numbers.
      if let last = added.last, last >= document {
        let place = place(of: document)
        if added[place] != document { added.insert(document, at: place) }
      } else {
        added.append(document)
      }
    }

    mutating func remove(_ document: Int) {
      removed.insert(document)
      let place = place(of: document)
      if place < added.count, added[place] == document { added.remove(at: place) }
    }

    /// The index of the first added document that is not less than another.
    private func place(of document: Int) -> Int {
      added.partitioningIndex { $0 >= document }
    }
  }

  /// Begins with the keys in the index.
  package init(_ database: Database) throws {
    self.database = database
    isTableEmpty = try database.isEmpty("work_keys")
    written = isTableEmpty ? HashFilter() : nil
  }

  /// The latest documents with a key, in ascending order.
  ///
  /// Thousands of records may have a key in common, such as the beginning of a title. If each were
  /// compared with all others, the time for indexing would grow with the square of their number.
  ///
  /// - Parameter limit: maximum number of documents; `nil` for all.
  package func documents(_ key: Int64, limit: Int? = WorkGroups.comparisons) throws -> [Int] {
    let change = changed[key]
    let added = change.map { limit.map($0.added.suffix) ?? $0.added[...] } ?? []
    if isTableEmpty || written?.mayContain(key) == false { return Array(added) }
    let removed = change?.removed ?? []
    let stored = try Int.fetchAll(
      database.cachedStatement(
        sql: "SELECT document FROM work_keys WHERE key = ? ORDER BY document DESC LIMIT ?"),
      arguments: [key, limit.map { $0 + removed.count } ?? -1])
    if added.isEmpty, removed.isEmpty { return stored.reversed() }
    let all = Set(stored).subtracting(removed).union(added).sorted()
    return limit.map { Array(all.suffix($0)) } ?? all
  }

  /// Assigns keys to a document.
  package func assign(_ keys: some Sequence<Int64>, to document: Int) {
    for key in keys { changed[key, default: Change()].add(document) }
  }

  /// Removes keys from a document.
  package func remove(_ keys: some Sequence<Int64>, from document: Int) {
    for key in keys { changed[key, default: Change()].remove(document) }
  }

  /// Writes the collected changes.
  package func flush() throws {
    let insert = try RowInserter(
      database, sql: "INSERT OR IGNORE INTO work_keys (key, document) VALUES (?, ?)")
    for (key, change) in changed.sorted(by: { $0.key < $1.key }) {
      if !isTableEmpty {
        for document in change.removed.sorted() {
          try database.cachedStatement(sql: "DELETE FROM work_keys WHERE key = ? AND document = ?")
            .execute(arguments: [key, document])
        }
      }
      if !change.added.isEmpty { written?.insert(key) }
      for document in change.added {
        try insert.insert { row in
          row.bind(Int(key))
          row.bind(document)
        }
      }
    }
    if !changed.isEmpty { isTableEmpty = false }
    changed = [:]
  }
}
