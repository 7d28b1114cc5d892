import Foundation
import GRDB
import Literature
import Ranking

/// Writes an index as the shards of a cluster and their head.
///
///     try ShardBuilder(index: "index/peerlit.sqlite", program: path).build(into: "cluster", 3)
///
/// `head.sqlite` has what every search needs; `shard-1`, `shard-2` … have the rest. A document is in
/// the shard that the hash of its public ID selects.
public struct ShardBuilder: Sendable {
  private let index: String
  private let program: String

  /// The name of the head in its folder.
  public static let head = "head.sqlite"
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
    let files = FileManager.default
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard try files.contentsOfDirectory(atPath: folder).isEmpty else {
      throw IndexError.cluster(detail: "the folder \(folder) is not empty")
    }
    let source = try Index(path: index)
    let name = UUID().uuidString
    try HeadWriter(index: index, path: folder + "/" + Self.head, cluster: name).write()
    let process = try ClusterProcess(
      program: program, arguments: ["create", folder, String(shards)])
    let counts = try source.use { searcher in
      let base = try Self.base(searcher.snapshot, shards: shards)
      for (key, value) in [("cluster", name), ("base", String(base))] {
        var message = ClusterMessage("M")
        message.append(key)
        message.append(value)
        try process.send(message)
      }
      return try ShardDocuments(
        searcher: searcher, process: process, base: base, shards: shards
      ).write(progress)
    }
    try process.send(ClusterMessage("C"))
    _ = try process.receive(until: nil)
    guard process.end() else {
      throw IndexError.cluster(detail: "the shards could not be written")
    }
    return counts
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
