import Literature
import Reading

/// The output of the reading thread, in order.
enum ReadItem: Sendable {
  case fileBegins(SourceFile)
  case document(Document, repaired: Bool)
  case notice(ReadOutcome)
  case fileEnds(SourceFile)
  /// The whole library was read.
  case libraryEnds
}

/// The same, with prepared documents.
enum PreparedItem: Sendable {
  case fileBegins(SourceFile)
  case document(PreparedDocument, repaired: Bool)
  /// A record whose content is already in the index, with the ID that it requests.
  case unchanged(Source, id: String, repaired: Bool)
  case notice(ReadOutcome)
  case fileEnds(SourceFile)
  /// The whole library was read.
  case libraryEnds
}

/// Items prepared together, with the preparer's new words.
struct PreparedItems: Sendable {
  var batch: PreparedBatch
  var items: [PreparedItem]
}
