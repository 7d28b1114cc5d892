import Foundation
import GRDB
import Literature
import Ranking

/// Writes an index as the shards of a cluster and their head.
///
///     let builder = ShardBuilder(index: "index/peerlit.sqlite", program: path)
///     let counts = try builder.build(into: "cluster", shards: 3)
///
/// `head.sqlite` has what every search needs; `shard-1`, `shard-2` … have the rest. A document is
/// in the shard that the hash of its public id selects.
public struct ShardBuilder: Sendable {
  private let index: String
  private let program: String

  /// The name of the head in its folder.
  public static let head = "head.sqlite"
  /// The name of an index in the same folder.
  public static let library = "library.sqlite"
  /// The highest number of shards: each needs part of 32-bit document numbers.
  public static let mostShards = 32

  /// - Parameters:
  ///   - index: the path of the index file.
  ///   - program: the path of the program that writes shards.
  public init(index: String, program: String) {
    self.index = index
    self.program = program
  }

  /// Writes the shards.
  ///
  /// - Parameters:
  ///   - folder: a new or empty folder.
  ///   - shards: their number.
  ///   - progress: called with the number of documents that were written.
  /// - Returns: the number of documents in each shard.
  public func build(
    into folder: String, shards: Int, progress: (Int) -> Void = { _ in }
  ) throws -> [Int] {
    let isInside =
      URL(fileURLWithPath: index).deletingLastPathComponent().path
      == URL(fileURLWithPath: folder).path
    try Self.checkEmpty(folder, besides: isInside ? Self.library : nil)
    let source = try Index(path: index)
    let (cluster, identity) = try source.use { searcher in
      let name = UUID().uuidString
      return (
        ClusterIdentity(
          name: name, shards: shards, base: try Self.base(searcher.snapshot, shards: shards)),
        try ShardIdentity(searcher.reader.database, name: name)
      )
    }
    try HeadWriter(index: index, path: folder + "/" + Self.head, cluster: cluster).write()
    let process = try ClusterProcess(
      program: program, arguments: ["create", folder, String(shards)])
    let counts = try source.use { searcher in
      var message = ClusterMessage("M")
      message.append(ShardIdentity.key)
      message.append(identity.text)
      try process.send(message)
      return try ShardDocuments(
        searcher: searcher, process: process, base: cluster.base, shards: shards
      ).write(searcher.snapshot.alive().numbers, progress)
    }
    try process.commit()
    try process.finish()
    return counts
  }

  /// Creates a folder, or checks that it has no files.
  ///
  /// - Parameter index: the name of an index that may be in it.
  /// - Throws: ``IndexError/cluster(detail:)`` if it has others.
  public static func checkEmpty(_ folder: String, besides index: String? = nil) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let found = try files.contentsOfDirectory(atPath: folder)
    guard found.allSatisfy({ name in index.map { name.hasPrefix($0) } ?? false }) else {
      throw IndexError.cluster(detail: "the folder \(folder) is not empty")
    }
  }

  /// The first number of passages in a shard; documents are below, and rows from twice this on.
  ///
  /// There is room for an index that grows to twice its size.
  private static func base(_ snapshot: IndexSnapshot, shards: Int) throws -> UInt32 {
    let numbers = max(snapshot.documentLimit, snapshot.passageLimit, 1 << 16)
    let base = min(2 * numbers, Int(UInt32.max) / (3 * shards))
    guard base > numbers else {
      throw IndexError.cluster(
        detail: "\(numbers) passages are too many for \(shards) shards; use fewer shards")
    }
    return UInt32(base)
  }
}
