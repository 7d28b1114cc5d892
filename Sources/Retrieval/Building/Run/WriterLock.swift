import Foundation

/// Lets one process at a time write to an index.
///
/// SQLite's own lock ends with every commit, and a run has many; what it knows of the index must not
/// change in between. The lock is a file beside the index, held by `flock`, so that it ends with the
/// process however that ends.
package final class WriterLock {
  private let path: String
  private let descriptor: Int32

  /// Waits until no other process writes.
  ///
  /// - Parameters:
  ///   - index: path of the index.
  ///   - seconds: how long to wait.
  /// - Throws: ``IndexError/busy(path:)`` when another process goes on writing.
  package init(
    index: String, seconds: Int = IndexFile.waitForWriter
  ) throws(IndexError) {
    // Beside the file itself, where SQLite keeps its log, however the index is named.
    path = URL(fileURLWithPath: index).resolvingSymlinksInPath().path + "-lock"
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
      guard descriptor >= 0 else {
        throw errno == ENOSPC ? .diskFull(path: index) : .readOnly(path: index)
      }
      // A file system without locks is no reason not to write: SQLite will say what it lacks.
      let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
      // The process that had it before may have removed the file that was opened here.
      if isLocked, Self.isFile(descriptor, at: path) {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
      if isLocked { continue }
      guard .now < deadline else { throw .busy(path: index) }
      Thread.sleep(forTimeInterval: 0.05)
    }
  }

  deinit {
    // While it is locked: afterwards it may be another's.
    unlink(path)
    close(descriptor)
  }

  private static func isFile(_ descriptor: Int32, at path: String) -> Bool {
    var (held, found) = (stat(), stat())
    return fstat(descriptor, &held) == 0 && stat(path, &found) == 0
      && held.st_ino == found.st_ino && held.st_dev == found.st_dev
  }
}
