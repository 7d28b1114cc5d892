import Literature
import Reading

/// An item read from a file, like ``ReadItem``, with prepared documents.
enum PreparedItem: Sendable {
  case fileBegins(SourceFile)
  case document(PreparedDocument, repaired: Repair?)
  /// A record whose content is already in the index, with the id that it requests.
  case unchanged(Source, id: String, repaired: Repair?)
  case notice(ReadOutcome)
  case fileEnds(SourceFile)
  /// The whole library was read.
  case libraryEnds
}
