import Ranking

/// The passages that continue the text of the passage before them.
///
/// A long section is divided into passages, and an abstract can have several sections. Words of
/// such passages can be near each other, although each passage counts its positions from 0.
struct PassageLinks {
  /// The number of positions from the first word of the previous passage to that of each passage;
  /// 0 for a passage that continues nothing.
  private var steps: [UInt16]

  /// Links between passages with numbers below `limit`, at first none.
  init(limit: Int) {
    steps = [UInt16](repeating: 0, count: max(0, limit))
  }

  /// Adds the links of a segment.
  ///
  /// Between two sections of an abstract, the words of the heading count.
  mutating func add(_ lengths: SegmentLengths, abstracts: Bitmap) {
    for index in lengths.body.indices.dropFirst()
    where lengths.document[index] == lengths.document[index - 1] {
      let passage = lengths.firstPassage + UInt32(index)
      let opens = lengths.opensSection[index]
      if opens, !abstracts.contains(passage) || !abstracts.contains(passage - 1) { continue }
      let words = Int(lengths.body[index - 1]) + (opens ? Int(lengths.heading[index]) : 0)
      steps[Int(passage)] = UInt16(clamping: words)
    }
  }

  /// The number of positions from the first word of the previous passage to that of a passage; 0
  /// if it continues nothing.
  @inline(__always)
  func step(to passage: UInt32) -> Int {
    Int(passage) < steps.count ? Int(steps[Int(passage)]) : 0
  }

  /// The passages of a set, and those before from which a match can extend to one of them.
  ///
  /// - Parameter reach: the highest number of words of a match.
  func spread(_ passages: Bitmap, reach: Int) -> Bitmap {
    var found = passages
    passages.forEach { insertEarlier($0, first: 0, reach: reach, into: &found) }
    return found
  }

  /// Adds the earlier passages from which a match can extend to a passage.
  ///
  /// - Parameter first: the position in the passage that the match must contain.
  private func insertEarlier(
    _ passage: UInt32, first: Int, reach: Int, into found: inout Bitmap
  ) {
    var (next, distance) = (passage, first)
    while distance < reach {
      let words = step(to: next)
      if words == 0 { return }
      next -= 1
      found.insert(next)
      distance += words
    }
  }

  /// Adds the passages whose ``PassageWindow`` contains words of a passage.
  ///
  /// - Parameters:
  ///   - first: the first position of a word in the text of the passage.
  ///   - last: the last one.
  func insertEnds(
    _ passage: UInt32, first: Int, last: Int, reach: Int, into found: inout Bitmap
  ) {
    let end = step(to: passage + 1)
    if end > 0, last > end - reach { found.insert(passage) }
    insertEarlier(passage, first: first, reach: reach, into: &found)
  }

  /// The window around the end of a passage; `nil` if no passage continues it.
  func window(at passage: UInt32, reach: Int) -> PassageWindow? {
    let end = step(to: passage + 1)
    if end == 0 { return nil }
    var passages: [(number: UInt32, offset: Int)] = [(passage, 0)]
    forEachLater(passage, reach: reach) { passages.append(($0, $1)) }
    return PassageWindow(passages: passages, positions: end - reach + 1..<end + reach, end: end)
  }

  /// Calls `visit` for the later passages of the window around the end of a passage, with the
  /// number of positions from its first word to theirs.
  @inline(__always)
  private func forEachLater(_ passage: UInt32, reach: Int, _ visit: (UInt32, Int) -> Void) {
    let end = step(to: passage + 1)
    var (next, offset, words) = (passage + 1, end, end)
    while words > 0, offset < end + reach {
      visit(next, offset)
      next += 1
      words = step(to: next)
      offset += words
    }
  }

  /// The passages of the windows around the ends of some passages.
  func passages(around ends: Bitmap, reach: Int) -> Bitmap {
    var found = ends
    ends.forEach { passage in
      forEachLater(passage, reach: reach) { later, _ in found.insert(later) }
    }
    return found
  }
}
