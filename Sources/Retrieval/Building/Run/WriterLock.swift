import Foundation

/// Allows only one process at a time to write to an index.
///
/// SQLite releases its own lock at every commit. A run has many commits, and the index must not
/// change between them. The lock is a file next to the index, locked by `flock`, so that the system
/// releases it whenever the process ends.
package final class WriterLock {
  private let path: String
  private let descriptor: Int32

  /// Waits until no other process writes.
  ///
  /// - Parameters:
  ///   - index: path of the index.
  ///   - seconds: how long to wait.
  /// - Throws: ``IndexError/busy(path:)`` if another process is still writing.
  package init(
    index: String, seconds: Int = IndexFile.waitForWriter
  ) throws(IndexError) {
    // Next to the file itself, like SQLite's log, even if the path is a symbolic link.
    path = URL(fileURLWithPath: index).resolvingSymlinksInPath().path + "-lock"
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
      guard descriptor >= 0 else {
        throw errno == ENOSPC ? .diskFull(path: index) : .readOnly(path: index)
      }
      // Continue on a file system without locks: SQLite reports the problem.
      let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
      // The previous owner of the lock may have removed the file that was opened here.
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
    // Remove the file while it is locked: afterwards it may belong to another process.
    unlink(path)
    close(descriptor)
  }

  private static func isFile(_ descriptor: Int32, at path: String) -> Bool {
    var held = stat()
    return fstat(descriptor, &held) == 0 && FileIdentity(held) == FileIdentity(path: path)
  }
}
