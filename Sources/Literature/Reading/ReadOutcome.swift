/// What became of one record, or of a file that gave none.
public enum ReadOutcome: Sendable, Equatable {
  /// A record was read. `repaired` says that broken UTF-8 or a lone surrogate in it was replaced
  /// by U+FFFD.
  case document(Document, repaired: Bool)
  /// Left out on purpose, with the reason: a hidden file, a format that is not read.
  case skipped(ReadNotice)
  /// Could not be read; its neighbours were.
  case failed(ReadNotice)
}
