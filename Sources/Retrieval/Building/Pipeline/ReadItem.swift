import Literature
import Reading

/// The output of the reading thread, in order.
enum ReadItem: Sendable {
  case fileBegins(SourceFile)
  case document(Document, repaired: Repair?)
  case notice(ReadOutcome)
  case fileEnds(SourceFile)
  /// The whole library was read.
  case libraryEnds
}
