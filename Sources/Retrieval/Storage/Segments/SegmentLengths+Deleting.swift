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
    live.append(postings) { isAlive[Int(document[Int($0 - firstPassage)])] }
    return live
  }
}
