import Reading

extension Index {
  /// The fingerprint of a file when it was indexed; `nil` if the index does not have it, as in a
  /// cluster.
  package func fingerprint(ofFile path: String) throws -> SourceFingerprint? {
    try use { searcher in
      guard searcher.reader.storage == nil else { return nil }
      return try SourceTable.fingerprint(searcher.reader.database, path: path)
    }
  }
}
