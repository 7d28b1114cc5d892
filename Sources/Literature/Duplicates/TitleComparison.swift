/// The similarity of the titles of two records.
struct TitleComparison {
  /// All terms are the same, and the title is long enough to be meaningful.
  let isEqual: Bool
  /// One is the beginning of the other, or only a few letters differ; numbers must be equal.
  let isNear: Bool
  /// The shorter title is long enough to identify a work.
  let isLong: Bool
  /// Dice's coefficient of the pairs of letters, 0 to 1 (Dice 1945).
  let similarity: Double

  init(_ left: LinkageRecord, _ right: LinkageRecord) {
    let (short, long) =
      left.title.count <= right.title.count
      ? (left.title, right.title) : (right.title, left.title)
    isLong = short.count >= LinkageRecord.longTitle
    isEqual = short == long && short.count >= LinkageRecord.shortestTitle
    similarity = isEqual ? 1 : Self.dice(Array(short.utf8), Array(long.utf8))
    let isStart = isLong && long.hasPrefix(short)
    isNear = !isEqual && left.numbers == right.numbers && (isStart || (isLong && similarity >= 0.9))
  }

  private static func dice(_ left: [UInt8], _ right: [UInt8]) -> Double {
    func pairs(_ text: [UInt8]) -> [UInt16] {
      zip(text, text.dropFirst()).map { UInt16($0) << 8 | UInt16($1) }.sorted()
    }
    let (left, right) = (pairs(left), pairs(right))
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    var (index, other, shared) = (0, 0, 0)
    while index < left.count, other < right.count {
      if left[index] == right[other] {
        shared += 1
        index += 1
        other += 1
      } else if left[index] < right[other] {
        index += 1
      } else {
        other += 1
      }
    }
    return Double(2 * shared) / Double(left.count + right.count)
  }
}
