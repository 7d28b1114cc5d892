/// The similarity of the titles of two records.
struct TitleComparison {
  /// Whether all terms are the same, and the title is long enough to be meaningful; a title that is
  /// cut off only has to agree as far as it goes.
  let isEqual: Bool
  /// Whether one is the beginning of the other, or only a few letters differ; numbers must be
  /// equal.
  let isNear: Bool
  /// Whether the shorter title is long enough to identify a work.
  let isLong: Bool
  /// Whether the shorter title identifies a work even if a record has little else.
  let isVeryLong: Bool
  /// Whether one of them is cut off.
  private let isCutOff: Bool
  /// Whether they differ by one typing error: a letter that is missing, added, changed or swapped.
  let hasTypingError: Bool
  /// Whether both records have a title.
  var areKnown: Bool { !short.isEmpty }
  /// Whether all terms are the same, however few.
  var isIdentical: Bool { areKnown && short == long }
  private let short: String
  private let long: String
  private let words: (left: [TitleWord], right: [TitleWord])

  init(_ left: LinkageRecord, _ right: LinkageRecord) {
    let isInOrder = left.title.count <= right.title.count
    let (short, long) = isInOrder ? (left.title, right.title) : (right.title, left.title)
    isCutOff = left.isCutOff || right.isCutOff
    isLong = short.count >= LinkageRecord.longTitle
    isVeryLong = short.count >= LinkageRecord.veryLongTitle
    isEqual =
      short == long
      ? short.count >= LinkageRecord.shortestTitle
      : (isInOrder ? left : right).isCutOff && isLong && long.hasPrefix(short)
    let mayBeNear = !isEqual && isLong && left.numbers == right.numbers
    hasTypingError = mayBeNear && Self.differByOne(Array(short.utf8), Array(long.utf8))
    isNear =
      mayBeNear && (hasTypingError || long.hasPrefix(short) || Self.areSimilar(short, long))
    self.short = short
    self.long = long
    words = (left.words, right.words)
  }

  /// Whether they differ in a number or in a word that changes the meaning (``TitleContrast``); a
  /// title that is cut off does not show this.
  var differInMeaning: Bool {
    !isEqual && !isCutOff && TitleContrast.exists(words.left, words.right)
  }

  /// Dice's coefficient of the pairs of letters, 0 to 1 (Dice 1945).
  var similarity: Double { isEqual ? 1 : Self.dice(Array(short.utf8), Array(long.utf8)) }

  /// Whether two texts differ by one letter that is missing, added, changed or swapped with the
  /// next.
  private static func differByOne(_ short: [UInt8], _ long: [UInt8]) -> Bool {
    guard long.count - short.count < 2 else { return false }
    let start = zip(short, long).prefix { $0 == $1 }.count
    let end = zip(short[start...].reversed(), long[start...].reversed()).prefix { $0 == $1 }.count
    let (left, right) = (short[start..<(short.count - end)], long[start..<(long.count - end)])
    if left.count < 2 { return right.count < 2 }
    return left.count == 2 && right.elementsEqual(left.reversed())
  }

  /// Whether the similarity is at least 0.9, which titles of different lengths can't reach.
  private static func areSimilar(_ short: String, _ long: String) -> Bool {
    let (least, most) = (short.utf8.count, long.utf8.count)
    return Double(2 * least) >= 0.89 * Double(least + most)
      && dice(Array(short.utf8), Array(long.utf8)) >= 0.9
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
