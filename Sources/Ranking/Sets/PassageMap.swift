/// A map between passages and their documents.
package struct PassageMap: Sendable {
  /// The first passage of each document, by document number; for a document without passages, that
  /// of the next document.
  private let firstPassage: [UInt32]
  /// The document of every sixteenth passage: cheap enough to build for one query, and close enough
  /// to any passage.
  private let marks: [UInt32]

  private static let markBits: UInt32 = 4

  /// - Parameter firstPassage: non-decreasing; one entry per document number from 0, and one past
  ///   the last.
  package init(firstPassage: [UInt32]) {
    self.firstPassage = firstPassage
    // Only a damaged index has passages without a document.
    let count = firstPassage.count > 1 ? firstPassage.last ?? 0 : 0
    var marks: [UInt32] = []
    marks.reserveCapacity(Int(count >> Self.markBits) + 1)
    var document = 0
    // A stride stops without overflowing even at the highest number of a damaged index.
    for passage in stride(from: 0, to: count, by: 1 << Self.markBits) {
      while firstPassage[document + 1] <= passage { document += 1 }
      marks.append(UInt32(document))
    }
    self.marks = marks
  }

  /// The document of a passage; `.max` if there is no such passage.
  @inline(__always)
  package func document(of passage: UInt32) -> UInt32 {
    let mark = Int(passage >> Self.markBits)
    guard mark < marks.count else { return .max }
    var document = Int(marks[mark])
    while document + 1 < firstPassage.count {
      if firstPassage[document + 1] > passage { return UInt32(document) }
      document += 1
    }
    return .max
  }

  /// The passages of a document.
  @inline(__always)
  package func passages(of document: UInt32) -> Range<UInt32> {
    let index = Int(document)
    guard index + 1 < firstPassage.count, firstPassage[index] <= firstPassage[index + 1] else {
      return 0..<0
    }
    return firstPassage[index]..<firstPassage[index + 1]
  }
}
