/// The outcome of reading one record, or a file without records.
public enum ReadOutcome: Sendable, Equatable {
  /// A record was read. `repaired` means that broken UTF-8 or a lone surrogate was replaced by
  /// U+FFFD.
  case document(Document, repaired: Bool)
  /// Left out on purpose, with the reason: a hidden file, a format that is not read.
  case skipped(ReadNotice)
  /// Could not be read; the records around it were.
  case failed(ReadNotice)
}
