import Analysis

extension Document {
  /// The keys for finding records that may be the same work.
  public func workKeys(_ analyzer: Analyzer) -> [WorkKey] {
    LinkageRecord.keys(of: self, analyzer)
  }
}
