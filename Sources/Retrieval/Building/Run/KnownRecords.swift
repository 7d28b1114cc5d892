import GRDB
import Literature

/// Looks up the records already in an index, on a separate connection.
struct KnownRecords {
  private let file: IndexFile?

  /// - Parameter path: the index; `nil` if it has no records yet.
  init(path: String?) throws(IndexError) {
    file = if let path { try IndexFile.open(path: path) } else { nil }
  }

  /// The fingerprint of a source's record; `nil` if the index does not have the record.
  func fingerprint(_ source: Source) throws(IndexError) -> [UInt8]? {
    guard let file else { return nil }
    return try file.use { database in
      try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT fingerprint FROM records WHERE path = ?1 AND key = ?2 UNION ALL
            SELECT fingerprint FROM documents WHERE path = ?1 AND key = ?2 AND records = 1
            """),
        arguments: [source.path, source.key ?? ""]
      ).map { $0.bytes("fingerprint") }
    }
  }
}
