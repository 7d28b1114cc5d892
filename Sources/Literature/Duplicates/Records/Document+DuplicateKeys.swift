import Analysis

extension Document {
  /// The keys for finding records that may be the same work.
  public func duplicateKeys(_ analyzer: Analyzer) -> [DuplicateKey] {
    LinkageRecord.keys(of: self, analyzer)
  }
}
