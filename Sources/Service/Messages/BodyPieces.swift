import Retrieval
import Synchronization

/// A body that is made piece by piece while it is sent, in the memory of one piece.
public final class BodyPieces: Sendable {
  private let source: Mutex<RecordExport>

  /// The records of an export.
  init(_ export: sending RecordExport) {
    source = Mutex(export)
  }

  /// The next piece; `nil` after the last.
  ///
  /// It reads the index, so it belongs on the work queue.
  func next() throws -> [UInt8]? {
    try source.withLock { try $0.next().map { Array($0.utf8) } }
  }

  /// Everything that is left, for where pieces are of no use.
  public func all() throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let piece = try next() { bytes += piece }
    return bytes
  }
}
