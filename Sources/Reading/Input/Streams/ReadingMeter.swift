import Synchronization

/// Counts the bytes read from files, to report progress.
public final class ReadingMeter: Sendable {
  private let count = Atomic(0)

  /// Creates a meter at 0.
  public init() {}

  /// Bytes read so far.
  public var bytes: Int { count.load(ordering: .relaxed) }

  /// Adds bytes that were read or skipped.
  public func add(_ bytes: Int) {
    count.wrappingAdd(bytes, ordering: .relaxed)
  }

  /// Sets the number of bytes read, at the end of a file that another program read.
  public func reach(_ bytes: Int) {
    count.store(bytes, ordering: .relaxed)
  }
}
