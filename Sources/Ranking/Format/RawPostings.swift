/// The postings of one term before ranking: passages with their positions.
///
/// One value is cleared and reused for all terms of a segment.
package struct RawPostings {
  /// Creates empty postings.
  package init() {}

  /// The passages, in increasing order.
  package var passages: [UInt32] = []
  /// The counts of the term in the fields of each passage.
  package var counts: [FieldCounts] = []
  /// The number of bytes of `positions` for each passage.
  package var lengths: [Int] = []
  /// The positions in each passage, in increasing order, as variable-byte differences.
  package var positions: [UInt8] = []

  /// Removes all passages, but keeps the memory.
  package mutating func removeAll() {
    passages.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
  }

  /// Begins the posting of a passage.
  package mutating func begin(_ passage: UInt32) {
    passages.append(passage)
    counts.append(FieldCounts())
    lengths.append(0)
  }

  /// Adds a position to the latest passage.
  ///
  /// - Parameter previous: the position added before it in the same passage; 0 for the first.
  package mutating func add(position: UInt16, after previous: UInt16) {
    let last = counts.count - 1
    counts[last].add(position)
    lengths[last] += positions.append(variable: UInt32(position &- previous))
  }

  /// Adds the posting of a passage with all its positions, in increasing order.
  ///
  /// One call for all, because the compiler inlines no `package` function into other modules, and
  /// the postings of a whole segment are made in this way.
  package mutating func append(_ passage: UInt32, positions all: [UInt16]) {
    var fields = FieldCounts()
    var length = 0
    var previous: UInt16 = 0
    for position in all {
      fields.add(position)
      length += positions.append(variable: UInt32(position &- previous))
      previous = position
    }
    passages.append(passage)
    counts.append(fields)
    lengths.append(length)
  }
}

extension FieldCounts {
  /// Counts a position in its field; those of an abbreviated journal do not count.
  @inline(__always)
  fileprivate mutating func add(_ position: UInt16) {
    // Most words are in the body.
    switch position {
    case ..<FieldSpace.title: body += 1
    case ..<FieldSpace.heading: title += 1
    case ..<FieldSpace.authors: heading += 1
    case ..<FieldSpace.keywords: authors += 1
    case ..<FieldSpace.journal: keywords += 1
    case ..<FieldSpace.abbreviation: journal += 1
    case ..<FieldSpace.publisher: break
    case ..<FieldSpace.year: publisher += 1
    case ..<FieldSpace.backMatter: year += 1
    default: backMatter += 1
    }
  }
}

extension [UInt8] {
  /// Appends an integer in groups of seven bits, the lowest first, and returns the number of bytes.
  @discardableResult
  @inline(__always)
  package mutating func append(variable value: UInt32) -> Int {
    let before = count
    VariableByte.write(value) { append($0) }
    return count - before
  }
}
