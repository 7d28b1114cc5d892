import Foundation
import Literature
import Synchronization

/// How much a run has read, and how much there is to read.
final class IndexMeter: Sendable {
  /// What was read.
  let read = ReadingMeter()
  private let size = Mutex<LibrarySize?>(nil)
  private let isOver = Atomic(false)

  /// Files and bytes of the whole library, once they are counted.
  var total: LibrarySize? { size.withLock { $0 } }

  /// Counts on another thread: a walk through a large library takes some seconds.
  func count(_ library: Library, shouldStop: @escaping @Sendable () -> Bool) {
    Thread.detachNewThread { [self] in
      let found = LibrarySize(of: library) {
        shouldStop() || isOver.load(ordering: .relaxed)
      }
      size.withLock { $0 = found }
    }
  }

  /// Stops counting.
  func stop() {
    isOver.store(true, ordering: .relaxed)
  }
}
