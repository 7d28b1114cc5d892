/// Messages to a program that writes shards.
extension ClusterProcess {
  /// Commits what was sent, and waits until it is done.
  func commit() throws(IndexError) {
    try send(ClusterMessage("C"))
    _ = try receive(until: nil)
  }

  /// Ends the program after the last commit.
  ///
  /// - Throws: ``IndexError/cluster(detail:)`` if it failed.
  func finish() throws(IndexError) {
    guard end() else { throw .cluster(detail: "the shards could not be written") }
  }
}
