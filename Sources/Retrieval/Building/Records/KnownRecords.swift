import GRDB
import Literature

/// Looks up the records already in an index, on a separate connection.
struct KnownRecords {
  private let file: IndexFile?
  private let appraisal: String

  /// - Parameters:
  ///   - path: the index; `nil` if it has no records yet.
  ///   - appraisal: the identity of the appraiser.
  init(path: String?, appraisal: String) throws(IndexError) {
    self.appraisal = appraisal
    file = if let path { try IndexFile.open(path: path) } else { nil }
  }

  /// The fingerprint of a source's record; `nil` if the index does not have the record, or has
  /// facets of another appraiser for it.
  func fingerprint(_ source: Source) throws(IndexError) -> [UInt8]? {
    guard let file else { return nil }
    return try file.use { database in
      try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT fingerprint FROM (
              SELECT fingerprint FROM records WHERE path = ?1 AND key = ?2 UNION ALL
              SELECT fingerprint FROM documents
              WHERE \(SourcePaths.condition) AND key = ?2 AND records = 1)
            WHERE NOT EXISTS (
              SELECT 1 FROM sources WHERE path = ?1 AND instr(context, ?3) = 0)
            """),
        arguments: [source.path, source.key ?? "", appraisal]
      ).map { $0.bytes("fingerprint") }
    }
  }
}
