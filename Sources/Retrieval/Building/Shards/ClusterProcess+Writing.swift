/// Messages to a program that writes shards.
extension ClusterProcess {
  /// Checks that the program opened the shards of a cluster.
  ///
  /// - Throws: ``IndexError/cluster(detail:)`` with the problem and its fix.
  func check(_ identity: ShardIdentity) throws(IndexError) {
    var message = ClusterMessage("B")
    message.append(identity.text)
    try send(message)
    let bytes: [UInt8]
    do {
      bytes = try receive(until: nil)
    } catch {
      // Other versions do not know the request, and end.
      throw .cluster(
        detail: "the program peerlit-cluster can't open the shards, or is a different version; "
          + "install it with cluster/install")
    }
    var answer = ClusterAnswer(bytes)
    guard try answer.byte() == 0 else { throw .cluster(detail: try answer.text()) }
  }

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
