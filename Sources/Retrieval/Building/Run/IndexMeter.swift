import Foundation
import Reading
import Synchronization

/// The progress of a run: the bytes read, and the total size of the library.
final class IndexMeter: Sendable {
  /// The bytes read.
  let read = ReadingMeter()
  private let size = Mutex<LibrarySize?>(nil)
  private let isOver = Atomic(false)

  /// Files and bytes of the whole library, once counted.
  var total: LibrarySize? { size.withLock { $0 } }

  /// Counts on another thread, because walking a large library takes several seconds.
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
