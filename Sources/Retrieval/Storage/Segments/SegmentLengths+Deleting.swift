import GRDB
import Ranking

extension SegmentLengths {
  /// Marks documents that were deleted since the segment was written.
  mutating func markDeleted(_ database: Database) throws {
    for (block, data) in try DocumentColumn.readAll(database, DocumentColumn.deleted) {
      for member in DocumentColumn.members(data) {
        let local = block * DocumentColumn.blockSize + Int(member) - Int(firstDocument)
        if isAlive.indices.contains(local) { isAlive[local] = false }
      }
    }
  }

  /// The postings of documents that are not deleted.
  func live(_ postings: borrowing RawPostings) -> RawPostings {
    var live = RawPostings()
    live.append(postings, where: isLive)
    return live
  }

  /// Whether the document of a passage, which must be in the segment, is not deleted.
  func isLive(_ passage: UInt32) -> Bool { isAlive[Int(document[Int(passage - firstPassage)])] }
}
