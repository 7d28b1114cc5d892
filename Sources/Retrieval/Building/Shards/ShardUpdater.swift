import Foundation
import GRDB
import Ranking

/// Brings the shards of a cluster up to date with the index that they were made from.
///
///     let updater = try ShardUpdater(configuration)
///     try updater.prepare()
///     _ = try Indexer(path: updater.index).index(["new.ris"])
///     let changes = try updater.update()
///
/// Documents are added to the shards, then the head is replaced, and then documents are removed
/// from the shards. The head decides which documents exist, so searches see the old state until it
/// is replaced. An update that is interrupted at any point is completed by the next one.
public struct ShardUpdater: Sendable {
  /// The number of documents that were sent to the shards, and of those removed from them.
  public struct Changes: Sendable, Equatable {
    /// The number of documents that were sent.
    public var added: Int
    /// The number of documents that left.
    public var removed: Int
  }

  /// Path of the index.
  public let index: String
  private let head: String
  private let program: String
  private let cluster: ClusterIdentity

  /// Opens a cluster for updates.
  ///
  /// - Throws: ``IndexError/cluster(detail:)`` if it can't be updated.
  public init(_ configuration: ClusterConfiguration) throws(IndexError) {
    guard let index = configuration.library else {
      throw .cluster(
        detail: "its file needs “library: FILE”, the index that the shards were made from")
    }
    let file = try IndexFile.open(path: configuration.head)
    guard let cluster = try file.use({ try ClusterIdentity($0) }) else {
      throw .cluster(
        detail: "\(configuration.head) is not the head of a cluster; make it with peerlit shard")
    }
    guard cluster.shards == configuration.shards.count else {
      throw .cluster(detail: "its file must list \(cluster.shards) shards")
    }
    self.index = index
    self.cluster = cluster
    head = configuration.head
    program = configuration.program
  }

  /// The folder with the databases of the shards.
  private var folder: String {
    URL(fileURLWithPath: head).deletingLastPathComponent().path
  }

  /// Checks that the shards belong to the index, and makes the index keep its average lengths.
  public func prepare() throws {
    let lock = try WriterLock(index: index)
    defer { withExtendedLifetime(lock) {} }
    let headFile = try IndexFile.openForWriting(path: head, language: "")
    // Before anything changes.
    let process = try openShards(headFile)
    try process.finish()
    let (known, segments, generation) = try headFile.use { database in
      (
        try FixedAverages(database), try SegmentStatistics.all(database),
        try IndexProperties.number(database, .generation)
      )
    }
    // Opening an index for writing would create one.
    _ = try IndexFile.open(path: index)
    let file = try IndexFile.openForWriting(path: index, language: "")
    try file.use { database in
      let own = try FixedAverages(database)
      if let own, own == known { return }
      guard try SegmentStatistics.all(database) == segments,
        try IndexProperties.number(database, .generation) == generation
      else {
        throw IndexError.cluster(
          detail: "\(index) changed without its shards; make them again with peerlit shard")
      }
      let averages =
        try own ?? known
        ?? FixedAverages(
          name: UUID().uuidString,
          firstSegment: IndexProperties.number(database, .nextSegment),
          lengths: SegmentStatistics.averages(segments))
      // The head first: as long as only the head has them, nothing else has changed.
      try headFile.use { try averages.write($0) }
      try averages.write(database)
    }
  }

  /// Starts the program that writes the shards, and checks that they belong to the head.
  private func openShards(_ head: IndexFile) throws -> ClusterProcess {
    let process = try ClusterProcess(
      program: program, arguments: ["update", folder, String(cluster.shards)])
    try process.check(head.use { try ShardIdentity($0, name: cluster.name) })
    return process
  }

  /// Sends the changes of the index to the shards, after ``prepare()``.
  ///
  /// - Parameter progress: called with the number of documents that were sent.
  public func update(progress: (Int) -> Void = { _ in }) throws -> Changes {
    let lock = try WriterLock(index: index)
    defer { withExtendedLifetime(lock) {} }
    let headFile = try IndexFile.openForWriting(path: head, language: "")
    let source = try Index(path: index)
    let process = try openShards(headFile)
    let changes = try source.use { searcher in
      let changes = try headFile.use {
        try ShardChanges(head: $0, index: searcher.reader.database)
      }
      try cluster.checkRoom(
        documentLimit: searcher.snapshot.documentLimit,
        passageLimit: searcher.snapshot.passageLimit)
      if !changes.added.isEmpty {
        _ = try ShardDocuments(
          searcher: searcher, process: process, base: cluster.base, shards: cluster.shards
        ).write(changes.added, progress)
        try process.commit()
      }
      return changes
    }
    try HeadWriter(index: index, path: head, cluster: cluster).write(leaving: changes.removed)
    if !changes.removed.isEmpty {
      for document in changes.removed { try remove(document, process) }
      try process.commit()
      try headFile.use { try ClusterIdentity.setLeaving($0, []) }
    }
    try process.finish()
    return Changes(added: changes.added.count, removed: changes.removed.count)
  }

  /// Removes a document from whichever shard has it: its row, with its id, is no longer in the
  /// index.
  private func remove(_ document: UInt32, _ process: ClusterProcess) throws {
    let terms = [
      ShardTerm.document(document), ShardTerm.passages(of: document),
      ShardTerm.rows(of: document),
    ]
    for shard in 0..<cluster.shards {
      for term in terms {
        var message = ClusterMessage("X")
        message.append(count: shard)
        message.append(term)
        try process.send(message)
      }
    }
  }
}
