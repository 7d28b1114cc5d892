/// Finds the passages in which words occur in a given order, next to or near each other.
///
/// Positions are read only for passages that contain the words and whose score could matter. The
/// rarest words are compared first, because most passages that contain them do not have them at the
/// right distance, and the positions of the frequent words need not be read there.
package struct PhraseMatcher {
  /// The required arrangement of the words.
  package enum Shape: Equatable, Sendable {
    /// Each word at its offset from the first: 0, 1, 2, …
    case inOrder
    /// In any order, with at most this many words between the first and the last.
    case near(Int)
  }

  var intersection: Intersection
  private var positions: [PositionCursor]
  private var found: [[UInt16]]
  /// Words by the length of their lists, the rarest first.
  var order: [Int] { intersection.order }
  /// The positions at which the phrase may begin in the current passage, increasing.
  private var starts: [UInt16] = []
  /// The sum of the impacts of the words whose positions in the current passage were read.
  private var impacts: UInt32 = 0
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

  /// Calls `visit(number, mean impact)` for every accepted passage of the range that contains the
  /// phrase.
  package mutating func forEach(
    in range: Range<UInt32>, accepted: AcceptedDocuments = .all, _ visit: (UInt32, UInt8) -> Void
  ) {
    let count = UInt32(positions.count)
    var start = range.lowerBound
    while start < range.upperBound, let number = next(start, accepted), number < range.upperBound {
      visit(number, MeanImpact.value(impacts, of: count))
      start = number &+ 1
    }
  }

  /// Adds to a set the documents that have an accepted passage in the range that contains the
  /// phrase.
  ///
  /// No other passage of such a document is read.
  package mutating func insertDocuments(
    in range: Range<UInt32>, accepted: AcceptedDocuments, _ map: PassageMap,
    into set: inout Bitmap
  ) {
    var start = range.lowerBound
    while start < range.upperBound, let number = next(start, accepted), number < range.upperBound {
      let document = map.document(of: number)
      set.insert(document)
      start = max(number &+ 1, map.passages(of: document).upperBound)
    }
  }

  /// The first accepted passage at or after `number` that contains the phrase.
  private mutating func next(_ number: UInt32, _ accepted: AcceptedDocuments) -> UInt32? {
    if shape == .inOrder { return nextInOrder(number, accepted) }
    var candidate = number
    while let found = intersection.next(candidate) {
      if accepted.contains(found), isMatch(found) { return found }
      if found == .max { return nil }
      candidate = found + 1
    }
    return nil
  }

  /// The positions at which the phrase begins in a passage, increasing; empty if it does not occur.
  ///
  /// Passages must be passed in non-decreasing order.
  package mutating func starts(in passage: UInt32) -> [UInt16] {
    order.allSatisfy { keepStarts($0, passage) } ? starts : []
  }

  /// Fills `found` with the positions of every word; false if a word is not in the passage.
  private mutating func readPositions(_ number: UInt32) -> Bool {
    impacts = 0
    for index in positions.indices {
      guard let location = intersection.cursors[index].location(of: number) else { return false }
      impacts += UInt32(location.impact)
      positions[index].read(location, into: &found[index])
    }
    return true
  }

  /// Whether a passage that contains all words has them in the required arrangement.
  mutating func isMatch(_ number: UInt32) -> Bool {
    switch shape {
    case .inOrder: return order.allSatisfy { keepStarts($0, number) }
    case .near(let distance):
      return readPositions(number)
        && Self.isNear(
          found, lengths: [Int](repeating: 1, count: found.count), distance: distance)
    }
  }

  // MARK: In order

  /// The first accepted passage at or after `number` in which the words occur in order.
  ///
  /// Like ``Intersection/next(_:)``, but the positions of rarer words are compared before the lists
  /// of more frequent ones are read.
  private mutating func nextInOrder(
    _ number: UInt32, _ accepted: AcceptedDocuments
  ) -> UInt32? {
    guard let rarest = order.first else { return nil }
    var candidate = number
    search: while let proposed = intersection.propose(candidate) {
      guard let next = accepted.next(proposed) else { return nil }
      candidate = next
      if next > proposed { continue search }
      for place in order.indices {
        let word = order[place]
        if place >= intersection.joined {
          guard let posting = intersection.cursors[word].seek(candidate) else { return nil }
          if posting.number != candidate {
            candidate = posting.number
            continue search
          }
        }
        if place > 0 {
          // Alone, the positions of the rarest word decide nothing.
          if place > 1 || keepStarts(rarest, candidate), keepStarts(word, candidate) { continue }
        } else if order.count > 1 || keepStarts(rarest, candidate) {
          continue
        }
        if candidate == .max { return nil }
        candidate += 1
        continue search
      }
      return candidate
    }
    return nil
  }

  /// Keeps only the starts from which a word is at its offset in the phrase.
  ///
  /// The rarest word, which is compared first in each passage, gives the starts.
  ///
  /// - Returns: whether any are left.
  private mutating func keepStarts(_ word: Int, _ number: UInt32) -> Bool {
    guard let location = intersection.cursors[word].location(of: number) else { return false }
    let offset = UInt16(truncatingIfNeeded: word)
    // Not in place, because the closures below may not change `self`.
    var kept: [UInt16] = []
    swap(&kept, &starts)
    defer { swap(&kept, &starts) }
    if word == order[0] {
      impacts = UInt32(location.impact)
      kept.removeAll(keepingCapacity: true)
      positions[word].forEach(at: location) { position in
        if position >= offset { kept.append(position - offset) }
        return true
      }
      return !kept.isEmpty
    }
    impacts += UInt32(location.impact)
    let count = kept.withUnsafeMutableBufferPointer { starts in
      var (next, count) = (0, 0)
      positions[word].forEach(at: location) { position in
        while next < starts.count, starts[next] &+ offset < position { next += 1 }
        if next == starts.count { return false }
        if starts[next] &+ offset == position {
          starts[count] = starts[next]
          count += 1
          next += 1
        }
        return true
      }
      return count
    }
    // The next passage replaces those that are left.
    if count == 0 { return false }
    kept.removeLast(kept.count - count)
    return true
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
