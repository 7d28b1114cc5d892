import Synchronization

/// Counts, for this process, the queries that shards did not answer.
enum ShardFailures {
  private static let counts = Mutex<[[String]: Int]>([:])

  static func count(_ servers: [String]) {
    counts.withLock { $0[servers, default: 0] += 1 }
  }

  static func number(_ servers: [String]) -> Int {
    counts.withLock { $0[servers] ?? 0 }
  }
}
