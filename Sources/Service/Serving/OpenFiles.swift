import Foundation

/// The number of files that the process can open at once; a connection is one of them.
package enum OpenFiles {
  /// The files that a server opens in addition to its connections: the index, the event loops, and
  /// connections that are refused.
  private static let others = 64

  /// The number of other files if the system has enough: each core has an event loop, which opens a
  /// few.
  private static var manyOthers: Int {
    2 * others + 4 * ProcessInfo.processInfo.activeProcessorCount
  }

  /// Raises the limit for a number of connections, as far as the system allows.
  ///
  /// - Returns: the number of connections that can be open at once, and the limit.
  package static func makeRoom(for connections: Int) -> (connections: Int, files: Int) {
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return (connections, .max) }
    let wanted = rlim_t(connections + manyOthers)
    if limit.rlim_cur < wanted, limit.rlim_cur < limit.rlim_max {
      var raised = limit
      raised.rlim_cur = min(wanted, limit.rlim_max)
      if setrlimit(resource, &raised) == 0 { limit = raised }
    }
    // No limit is the largest number.
    let files = Int(min(limit.rlim_cur, rlim_t(Int32.max)))
    return (room(for: connections, files: files), files)
  }

  /// The number of connections that can be open at once if a number of files can.
  package static func room(for connections: Int, files: Int) -> Int {
    min(connections, max(files - others, files / 4, 1))
  }
}
