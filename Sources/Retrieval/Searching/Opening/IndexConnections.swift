import Foundation

/// The connections to one index file, one per concurrent query.
///
/// If another file is renamed to the path, it is a different index: no new connections are opened
/// from then on, and queries wait for an idle one.
///
/// Unchecked `Sendable`: all mutable state is guarded by the condition's lock.
final class IndexConnections: @unchecked Sendable {
  private let path: String
  private let settings: SearchSettings
  private let identity: FileIdentity?
  private let condition = NSCondition()
  private var idle: [IndexConnection]
  private var lent = 0
  private var isClosed = false

  /// Opens the first connection.
  init(path: String, settings: SearchSettings) throws(IndexError) {
    self.path = path
    self.settings = settings
    identity = FileIdentity(path: path)
    idle = [try IndexConnection(path: path, settings: settings)]
  }

  /// A connection for one query.
  func take() throws(IndexError) -> IndexConnection {
    condition.lock()
    // If no connection is in use, there is none to wait for.
    while idle.isEmpty, lent > 0, FileIdentity(path: path) != identity { condition.wait() }
    lent += 1
    let connection = idle.popLast()
    condition.unlock()
    if let connection { return connection }
    do throws(IndexError) {
      return try IndexConnection(path: path, settings: settings)
    } catch {
      end(nil)
      throw error
    }
  }

  /// Returns a connection to the pool; pass `nil` if it must not be used again.
  func end(_ connection: IndexConnection?) {
    condition.lock()
    lent -= 1
    if let connection, !isClosed { idle.append(connection) }
    condition.broadcast()
    condition.unlock()
  }

  /// Closes the connections that are idle now, and the others when they are returned.
  func close() {
    condition.lock()
    isClosed = true
    let closing = idle
    idle = []
    condition.unlock()
    // The last references are released here, outside the lock.
    _ = closing
  }
}
