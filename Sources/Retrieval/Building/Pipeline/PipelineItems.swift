import Literature

/// What the reading thread finds, in order.
enum ReadItem: Sendable {
  case fileBegins(SourceFile)
  case document(Document, repaired: Bool)
  case notice(ReadOutcome)
  case fileEnds(SourceFile)
  /// Everything was read, to the end.
  case libraryEnds
}

/// The same, with documents prepared.
enum PreparedItem: Sendable {
  case fileBegins(SourceFile)
  case document(PreparedDocument, repaired: Bool)
  /// A record that the index has with the same content.
  case unchanged(Source, repaired: Bool)
  case notice(ReadOutcome)
  case fileEnds(SourceFile)
  /// Everything was read, to the end.
  case libraryEnds
}

/// Items prepared together, with what the writer has to know of the preparer's words.
struct PreparedItems: Sendable {
  var batch: PreparedBatch
  var items: [PreparedItem]
}
