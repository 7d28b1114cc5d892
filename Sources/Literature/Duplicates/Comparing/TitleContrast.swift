import Analysis
import Embeddings

/// Finds out whether two similar titles differ in a word that changes the meaning.
///
/// "Peer support for men" and "Peer support for women" are two works; "part 1" and "part 2" are,
/// too. Words that are written differently or wrongly do not make two works. Titles that are worded
/// differently do not, either.
enum TitleContrast {
  /// Whether the titles use different words in the same role, or one negates the other or names
  /// another report of the study.
  static func exists(_ left: [TitleWord], _ right: [TitleWord]) -> Bool {
    // A missing space may join any two words.
    if isSpelling(left.without(right), of: right.without(left)) { return false }
    let (one, other) = (left.filter(isContent), right.filter(isContent))
    var lefts = one.without(other)
    var rights = other.without(one)
    guard !lefts.isEmpty, !rights.isEmpty else {
      let added = (lefts + rights).map(\.folded)
      if added.isEmpty { return false }
      let shorter = (lefts.isEmpty ? one : other).map(\.folded)
      return added.allSatisfy(negations.contains) || CompanionReport.isNamed(by: added)
        || CompanionReport.isPilot(added, of: shorter)
    }
    if isSpelling(lefts, of: rights) { return false }
    if lefts.contains(where: isNumber), rights.contains(where: isNumber) { return true }
    let shared = one.count - lefts.count
    guard shared >= 2 * max(lefts.count, rights.count) else { return false }
    for word in lefts {
      guard let place = rights.firstIndex(where: { isSpelling([word], of: [$0]) }) else { continue }
      rights.remove(at: place)
      if let own = lefts.firstIndex(of: word) { lefts.remove(at: own) }
    }
    return !lefts.isEmpty && !rights.isEmpty
  }

  /// Whether some words are the other words joined, divided or misspelled.
  private static func isSpelling(_ left: [TitleWord], of right: [TitleWord]) -> Bool {
    let (one, other) = (left.map(\.plain).joined(), right.map(\.plain).joined())
    if one == other { return true }
    let length = min(one.utf8.count, other.utf8.count)
    if length == 0 || (left + right).contains(where: isNumber) { return false }
    if left.count == 1, right.count == 1, haveSameRoot(left[0].term, right[0].term) { return true }
    if (left + right).allSatisfy({ isKnown($0.term) }) { return false }
    // Changing one letter of a short word makes a different word: HEV and HDV.
    let isReplaced = one.utf8.count == other.utf8.count && one.utf8.sorted() != other.utf8.sorted()
    if length < 4, isReplaced { return false }
    return EditDistance.between(
      Array(one.unicodeScalars), Array(other.unicodeScalars), within: length < 8 ? 1 : 2) != nil
  }

  /// Whether the literature contains a word with this stem.
  ///
  /// Of two such words, neither is a misspelling of the other.
  private static func isKnown(_ term: String) -> Bool {
    EmbeddingTable.standard?.row(of: term) != nil
  }

  /// Whether one stem is the other with a short ending: "programm" and "program", "nigerian" and
  /// "nigeria".
  ///
  /// The ending "ia" does not count, because it makes another name: Niger and Nigeria, Victor and
  /// Victoria.
  private static func haveSameRoot(_ left: String, _ right: String) -> Bool {
    let (short, long) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
    return short.utf8.count >= 5 && long.utf8.count - short.utf8.count < 3
      && long.hasPrefix(short) && long != short + "ia"
  }

  /// Whether a word counts: articles and some prepositions are easily confused, but "a" may be that
  /// of hepatitis A.
  private static func isContent(_ word: TitleWord) -> Bool { !functionWords.contains(word.folded) }

  /// Whether a word is a number, or a letter as in hepatitis B; not one that is a word in some
  /// language, because one of the titles may be a translation.
  private static func isNumber(_ word: TitleWord) -> Bool {
    word.key.utf8.contains(where: \.isDigit)
      || word.key.utf8.count == 1 && !oneLetterWords.contains(word.key)
  }

  private static let negations: Set<String> = ["no", "non", "not", "without"]

  private static let oneLetterWords: Set<String> = ["a", "e", "o", "u", "y"]

  private static let functionWords: Set<String> = [
    "an", "the", "of", "in", "on", "for", "to", "and", "at", "by", "from", "as", "or", "among",
  ]
}

extension TitleWord {
  /// The text that is compared: the stem, or the usual form of a number, a plural or a Greek
  /// letter.
  fileprivate var key: String {
    if let usual = Self.usualForms[folded] ?? Self.usualForms[term] { return usual }
    return folded.utf8.first?.isDigit == true ? plain : term
  }

  /// The letters and digits: "1,204" is 1204, and "0·5" is 0.5.
  fileprivate var plain: String { folded.filter { $0.isLetter || $0.isNumber } }

  private static let usualForms = [
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
    "men": "man", "women": "woman", "children": "child", "people": "person", "persons": "person",
    "first": "1st", "second": "2nd", "third": "3rd", "vs": "versus", "α": "alpha", "β": "beta",
    "γ": "gamma", "δ": "delta", "κ": "kappa", "ω": "omega",
  ].merging(RomanNumerals.values.mapValues { String($0) }) { word, _ in word }
}

extension [TitleWord] {
  /// The words that are not among others, each counted as often as it occurs.
  fileprivate func without(_ others: [TitleWord]) -> [TitleWord] {
    var counts = Dictionary(grouping: others, by: \.key).mapValues(\.count)
    return filter { word in
      guard let count = counts[word.key], count > 0 else { return true }
      counts[word.key] = count - 1
      return false
    }
  }
}
