import Foundation

/// The connections to one index file, as many as queries run at once.
///
/// A file that is renamed into the path is another index: from then on there are no new connections,
/// and queries wait for those that there are.
///
/// Unchecked `Sendable`: all that changes is touched under the condition's lock.
final class IndexConnections: @unchecked Sendable {
  private let path: String
  private let identity: FileIdentity?
  private let condition = NSCondition()
  private var idle: [IndexConnection]
  private var lent = 0

  /// Opens the first connection.
  init(path: String) throws(IndexError) {
    self.path = path
    identity = FileIdentity(path: path)
    idle = [try IndexConnection(path: path)]
  }

  /// A connection for one query.
  func take() throws(IndexError) -> IndexConnection {
    condition.lock()
    // With none lent there is nothing to wait for.
    while idle.isEmpty, lent > 0, FileIdentity(path: path) != identity { condition.wait() }
    lent += 1
    let connection = idle.popLast()
    condition.unlock()
    if let connection { return connection }
    do throws(IndexError) {
      return try IndexConnection(path: path)
    } catch {
      end(nil)
      throw error
    }
  }

  /// Takes a connection back; `nil` for one that is not to be used again.
  func end(_ connection: IndexConnection?) {
    condition.lock()
    lent -= 1
    if let connection { idle.append(connection) }
    condition.broadcast()
    condition.unlock()
  }
}

/// Which file is at a path.
package struct FileIdentity: Equatable, Sendable {
  private let device: dev_t
  private let inode: ino_t

  /// `nil` when there is none.
  package init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The file that a status is of.
  package init(_ status: stat) {
    device = status.st_dev
    inode = status.st_ino
  }
}
