import Analysis
import Foundation
import GRDB
import Literature

extension WorkMerger {
  /// Marks the documents affected by decisions for rebuilding, because they may now be one work or
  /// several.
  ///
  /// - Parameter changed: decisions that were added or dropped.
  func reconsider(_ changed: DuplicateDecisions) throws {
    for decision in changed.all {
      for side in [decision.left, decision.right] {
        for document in try documents(of: side, changed) { try prepareToRebuild(document) }
      }
    }
  }

  /// The documents with records that match a reference.
  private func documents(
    of reference: RecordReference, _ decisions: DuplicateDecisions
  ) throws -> [Int] {
    let digests = reference.digests(analyzer)
    let keys = digests + self.decisions.keys(linkedTo: digests)
    let candidates = Set(try keys.flatMap { try self.keys.documents($0, limit: nil) })
    let found = try candidates.sorted().filter { number in
      try linkages(of: number).contains(where: decisions.concern)
    }
    return try found.isEmpty ? documents(content: reference.contentHash) : found
  }

  /// The documents with a record that has this hash, for records without a key.
  private func documents(content: [UInt8]) throws -> [Int] {
    guard !content.isEmpty else { return [] }
    return try Int.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT number FROM documents WHERE substr(fingerprint, 1, ?2) = ?1 UNION
          SELECT document FROM records WHERE substr(fingerprint, 1, ?2) = ?1
          """),
      arguments: [Data(content), content.count])
  }
}
