import Synchronization

/// A long body that is generated piece by piece while it is sent, with one piece in memory at a
/// time.
public final class BodyPieces: Sendable {
  private let source: Mutex<() throws -> [UInt8]?>

  /// Creates a body from a generator.
  ///
  /// - Parameter next: returns the next piece; `nil` after the last.
  package init(_ next: sending @escaping () throws -> [UInt8]?) {
    source = Mutex(next)
  }

  /// The next piece; `nil` after the last.
  ///
  /// It may read the index, so it runs on the work queue.
  package func next() throws -> [UInt8]? {
    try source.withLock { try $0() }
  }

  /// All remaining pieces.
  public func all() throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let piece = try next() { bytes += piece }
    return bytes
  }
}
