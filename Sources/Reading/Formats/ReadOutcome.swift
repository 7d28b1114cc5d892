import Literature

/// The outcome of reading one record, or a file without records.
public enum ReadOutcome: Sendable, Equatable {
  /// A record was read. `repaired` means that broken UTF-8 or a lone surrogate was replaced by
  /// U+FFFD.
  case document(Document, repaired: Bool)
  /// Skipped on purpose, with the reason: a hidden file, an unsupported format.
  case skipped(ReadNotice)
  /// Could not be read; does not affect other records.
  case failed(ReadNotice)
}
