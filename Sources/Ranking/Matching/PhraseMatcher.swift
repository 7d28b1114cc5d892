/// Finds the passages in which words occur in a given order, next to or near each other.
///
/// The lists are intersected first; positions are read only for passages that contain all
/// the words and whose score could matter.
package struct PhraseMatcher {
  /// The required arrangement of the words.
  package enum Shape: Equatable, Sendable {
    /// Each word at its offset from the first: 0, 1, 2, …
    case inOrder
    /// In any order, with at most this many words between the first and the last.
    case near(Int)
  }

  private var intersection: Intersection
  private var positions: [PositionCursor]
  private var found: [[UInt16]]
  private let shape: Shape

  /// Opens a phrase.
  ///
  /// - Parameters:
  ///   - postings: the list of each word, in the order of the phrase; a word may occur twice.
  ///   - positions: the positions of the same lists.
  package init(postings: [PostingCursor], positions: [PositionCursor], shape: Shape) {
    intersection = Intersection(postings)
    self.positions = positions
    self.shape = shape
    found = [[UInt16]](repeating: [], count: postings.count)
  }

  /// Offers passages that contain the phrase, scored by the mean impact of its words times
  /// `weight`.
  package mutating func run(
    weight: UInt32, accepted: AcceptedDocuments, range: Range<UInt32>, into top: inout TopK
  ) {
    var start = range.lowerBound
    while let number = intersection.next(start), number < range.upperBound {
      let score = weight &* UInt32(meanImpact(number))
      if score > top.threshold, accepted.contains(number), isMatch(number) {
        top.offer(number, score)
      }
      start = number &+ 1
    }
  }

  /// Calls `visit(number, mean impact)` for every passage of the range that contains the phrase.
  package mutating func forEach(in range: Range<UInt32>, _ visit: (UInt32, UInt8) -> Void) {
    var start = range.lowerBound
    while let number = intersection.next(start), number < range.upperBound {
      if isMatch(number) {
        visit(number, meanImpact(number))
      }
      start = number &+ 1
    }
  }

  /// The positions at which the phrase begins in a passage, increasing; empty if it does not occur.
  ///
  /// Passages must be passed in non-decreasing order.
  package mutating func starts(in passage: UInt32) -> [UInt16] {
    guard readPositions(passage), let first = found.first else { return [] }
    return first.filter { start in
      found.indices.allSatisfy { word in
        let position = UInt32(start) + UInt32(word)
        return position <= UInt32(UInt16.max) && found[word].contains(UInt16(position))
      }
    }
  }

  private mutating func meanImpact(_ number: UInt32) -> UInt8 {
    var sum: UInt32 = 0
    for index in intersection.cursors.indices {
      sum += UInt32(intersection.cursors[index].impact(of: number))
    }
    let count = UInt32(max(1, intersection.cursors.count))
    return UInt8(clamping: max(1, (sum + count / 2) / count))
  }

  /// Fills `found` with the positions of every word; false if a word is not in the passage.
  private mutating func readPositions(_ number: UInt32) -> Bool {
    for index in positions.indices {
      guard let location = intersection.cursors[index].location(of: number) else { return false }
      positions[index].read(location, into: &found[index])
    }
    return true
  }

  private mutating func isMatch(_ number: UInt32) -> Bool {
    guard readPositions(number) else { return false }
    switch shape {
    case .inOrder: return Self.isInOrder(found)
    case .near(let distance):
      return Self.isNear(
        found, lengths: [Int](repeating: 1, count: found.count), distance: distance)
    }
  }

  /// Whether the words occur at consecutive positions somewhere.
  package static func isInOrder(_ words: [[UInt16]]) -> Bool {
    guard let first = words.first else { return false }
    var next = [Int](repeating: 0, count: words.count)
    candidates: for start in first {
      for word in 1..<max(1, words.count) {
        let target = UInt32(start) + UInt32(word)
        while next[word] < words[word].count, UInt32(words[word][next[word]]) < target {
          next[word] += 1
        }
        guard next[word] < words[word].count else { return false }
        if UInt32(words[word][next[word]]) != target { continue candidates }
      }
      return true
    }
    return false
  }

  /// Whether the operands occur in the same field with at most `distance` words between the end of
  /// each and the beginning of the last.
  ///
  /// As in FTS5, the words of middle operands count towards the distance.
  /// - Parameters:
  ///   - starts: the positions at which each operand begins, increasing.
  ///   - lengths: the number of words of each operand.
  package static func isNear(
    _ starts: [[UInt16]], lengths: [Int], distance: Int
  ) -> Bool {
    var next = [Int](repeating: 0, count: starts.count)
    while true {
      var last: UInt16 = 0
      for operand in starts.indices {
        guard next[operand] < starts[operand].count else { return false }
        last = max(last, starts[operand][next[operand]])
      }
      var allNear = true
      for operand in starts.indices {
        let start = starts[operand][next[operand]]
        let isOneField = start / FieldSpace.size == last / FieldSpace.size
        if isOneField, Int(last) - Int(start) - lengths[operand] <= distance { continue }
        // An occurrence that begins too early cannot be near this or any later last one.
        next[operand] += 1
        allNear = false
      }
      if allNear { return true }
    }
  }
}
