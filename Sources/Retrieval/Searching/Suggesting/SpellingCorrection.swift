import Analysis

/// Finds the most likely correction of a word that is not in the index, or rare in it.
///
/// It is the word with the fewest edits. Among equals, it is the most frequent one. However, a word
/// with one more edit is more likely if it is several hundred times as frequent: “mental” for
/// “mentle”, not “mantle”.
///
/// One edit is allowed in words of at least four letters, and two in words of at least seven, or of
/// six if the other word is frequent. A rare word may be right, so only one edit is allowed, and the
/// other word must be much more frequent. The first letter must be correct, superfluous, or swapped
/// with the second.
struct SpellingCorrection {
  /// The number of occurrences up to which a word is rare.
  static let rare = 5
  /// How many times as frequent as a rare word its correction is.
  private static let muchMore = 50
  /// How many times as frequent a word with one more edit must be.
  private static let perEdit = 300
  /// The number of occurrences from which a word is frequent.
  private static let frequent = 1000
  /// The maximum number of edits.
  private static let mostEdits = 2

  private let typed: [Unicode.Scalar]
  /// The number of occurrences of the typed word.
  private let own: Int
  private let letters: UInt32
  private var best: (edits: Int, count: Int, word: String)?

  /// Starts looking for a word; `nil` if the text is too short, too long, not a word, or not rare.
  ///
  /// - Parameter count: the number of its occurrences in the index.
  init?(_ word: String, count: Int = 0) {
    typed = Array(word.unicodeScalars)
    own = count
    let fewest = count > 0 ? 5 : 4
    guard count <= Self.rare, (fewest...40).contains(typed.count),
      typed.allSatisfy(\.properties.isAlphabetic)
    else { return nil }
    letters = Self.letters(word.utf8)
  }

  /// The letters that a candidate may begin with.
  var firstLetters: [Unicode.Scalar] { typed[0] == typed[1] ? [typed[0]] : [typed[0], typed[1]] }

  /// The best candidate so far.
  var word: String? { best?.word }

  /// Whether a candidate with these ``letters(_:)`` can be better than the best so far, judged only
  /// by its letters: a changed letter is missing on one side and extra on the other.
  func canBeBetter(letters candidate: UInt32, count: Int) -> Bool {
    let differing = (candidate ^ letters).nonzeroBitCount
    guard differing <= 2 * Self.mostEdits else { return false }
    let allowed = allowed(count)
    return allowed > 0 && differing <= 2 * allowed
  }

  /// Compares a candidate with the best so far.
  mutating func consider(_ candidate: String, count: Int) {
    let scalars = Array(candidate.unicodeScalars)
    let allowed = allowed(count)
    guard allowed > 0, let edits = EditDistance.between(typed, scalars, within: allowed),
      edits > 0
    else { return }
    best = (edits, count, candidate)
  }

  /// The number of edits up to which a candidate is better than the best so far; 0 for none.
  private func allowed(_ count: Int) -> Int {
    if own > 0, count < own * Self.muchMore { return 0 }
    let isLong = typed.count >= 7 || typed.count == 6 && count >= Self.frequent
    let most = own == 0 && isLong ? Self.mostEdits : 1
    guard let best else { return most }
    return (1...most).last { edits in
      if edits == best.edits { return count > best.count }
      return edits > best.edits
        ? count > best.count * Self.perEdit : count * Self.perEdit >= best.count
    } ?? 0
  }

  /// A bit for each byte that occurs, by its lowest five bits: a separate bit for each ASCII
  /// letter.
  static func letters(_ word: some Sequence<UInt8>) -> UInt32 {
    word.reduce(0) { $0 | 1 << UInt32($1 & 31) }
  }
}
