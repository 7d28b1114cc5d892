import Analysis

/// The similarity of the titles of two records.
struct TitleComparison {
  /// Whether all terms are the same, and the title is long enough to be meaningful; a title that is
  /// cut off only has to agree as far as it goes.
  let isEqual: Bool
  /// Whether one is the beginning of the other, or only a few letters differ; numbers must be
  /// equal.
  let isNear: Bool
  /// Whether one is the beginning or the end of the other, or only a few letters or numbers differ:
  /// enough to ask a person.
  let isAlike: Bool
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
    if short == long || left.letters == right.letters {
      isEqual = short.count >= LinkageRecord.shortestTitle
    } else {
      isEqual = isLong && (left.isBeginning(of: right) || right.isBeginning(of: left))
    }
    let haveSameNumbers = left.numbers == right.numbers
    hasTypingError =
      !isEqual && haveSameNumbers && short.count >= LinkageRecord.shortestTitle
      && (Self.differByOne(short, long) || Self.differByOne(left.letters, right.letters))
    if isEqual || !isLong {
      isNear = false
      isAlike =
        hasTypingError
        || !isEqual && (left.isBeginning(of: right) || right.isBeginning(of: left))
    } else {
      let isPart = long.hasPrefix(short) || long.hasSuffix(short)
      let areSimilar = Self.areSimilar(short, long)
      isNear = haveSameNumbers && (hasTypingError || long.hasPrefix(short) || areSimilar)
      isAlike = isNear || isPart || areSimilar
    }
    self.short = short
    self.long = long
    words = (left.words, right.words)
  }

  /// Whether they differ in a number or in a word that changes the meaning (``TitleContrast``); a
  /// title that is cut off does not show this.
  var differInMeaning: Bool {
    !isEqual && !isCutOff && TitleContrast.exists(words.left, words.right)
  }

  /// Whether they differ only in a subtitle that names the design, which many databases leave out.
  var differInDesign: Bool { isNear && StudyDesign.isAdded(words.left, words.right) }

  /// Whether they begin in the same way and continue in different words, so that no title that is
  /// cut off can be that of both.
  var diverge: Bool {
    guard areKnown, !isEqual, !long.hasPrefix(short) else { return false }
    let start = zip(short.unicodeScalars, long.unicodeScalars).prefix { $0 == $1 }.count
    guard start >= Self.commonStart else { return false }
    let left = Array(short.unicodeScalars.dropFirst(start))
    let right = Array(long.unicodeScalars.dropFirst(start))
    return min(left.count, right.count) > Self.mostEdits
      && EditDistance.between(left, right, within: Self.mostEdits) == nil
      && Self.dice(Array(short.utf8.dropFirst(start)), Array(long.utf8.dropFirst(start)))
        < Self.plausible
  }

  /// The length of a common beginning that shows that two titles are in the same language.
  private static let commonStart = 16
  /// Titles whose ends differ in at most this many letters may be the same with typing errors.
  private static let mostEdits = 2

  // Similarities, 0 to 1.

  /// Below this, two titles are those of different works.
  static let different = 0.3
  /// From this on, two titles may be forms of one, if all other fields agree.
  static let plausible = 0.5
  /// Below this, two titles with different first authors are those of different works, even if they
  /// share a DOI.
  static let doubtful = 0.6
  /// From this on, only a few letters of two titles differ.
  private static let near = 0.9
  /// From this on, two titles differ by little more than a typing error.
  static let certain = 0.95
  /// The lowest ratio of the lengths of two titles that are compared.
  ///
  /// Below it, their similarity would be lower than ``near`` even if the longer title had every
  /// letter of the shorter one. It is a little less than ``near``, because the lengths are in
  /// letters, not in pairs of letters.
  private static let nearInLength = 0.89

  /// Dice's coefficient of the pairs of letters, 0 to 1 (Dice 1945).
  var similarity: Double { isEqual ? 1 : Self.dice(Array(short.utf8), Array(long.utf8)) }

  /// Whether two texts differ by one letter that is missing, added, changed or swapped with the
  /// next.
  private static func differByOne(_ one: String, _ other: String) -> Bool {
    let isInOrder = one.utf8.count <= other.utf8.count
    let short = Array((isInOrder ? one : other).utf8)
    let long = Array((isInOrder ? other : one).utf8)
    guard long.count - short.count < 2 else { return false }
    let start = zip(short, long).prefix { $0 == $1 }.count
    let end = zip(short[start...].reversed(), long[start...].reversed()).prefix { $0 == $1 }.count
    let (left, right) = (short[start..<(short.count - end)], long[start..<(long.count - end)])
    if left.count < 2 { return right.count < 2 }
    return left.count == 2 && right.elementsEqual(left.reversed())
  }

  /// Whether only a few letters differ, which can't be so if the lengths differ much.
  private static func areSimilar(_ short: String, _ long: String) -> Bool {
    let (least, most) = (short.utf8.count, long.utf8.count)
    return Double(2 * least) >= nearInLength * Double(least + most)
      && dice(Array(short.utf8), Array(long.utf8)) >= near
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

extension LinkageRecord {
  /// Whether the title is cut off and agrees with another as far as it goes, perhaps in the middle
  /// of a word.
  fileprivate func isBeginning(of other: LinkageRecord) -> Bool {
    isCutOff && (other.title.hasPrefix(title) || other.letters.hasPrefix(letters))
  }
}
