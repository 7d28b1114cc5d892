import Analysis

/// Finds the most likely correction of a misspelled word: the word with the fewest edits and, among
/// equals, the most frequent.
///
/// One edit is allowed in words of at least four letters, and two in words of at least seven. The
/// first letter must be correct, superfluous, or swapped with the second.
struct SpellingCorrection {
  private let typed: [Unicode.Scalar]
  private let maxEdits: Int
  private let letters: UInt32
  private var best: (edits: Int, count: Int, word: String)?

  /// Starts looking for a word; `nil` if the text is too short, too long or not a word.
  init?(_ word: String) {
    typed = Array(word.unicodeScalars)
    guard (4...40).contains(typed.count), typed.allSatisfy(\.properties.isAlphabetic) else {
      return nil
    }
    maxEdits = typed.count >= 7 ? 2 : 1
    letters = Self.letters(word.utf8)
  }

  /// The letters that a candidate may begin with.
  var firstLetters: [Unicode.Scalar] { typed[0] == typed[1] ? [typed[0]] : [typed[0], typed[1]] }

  /// The best candidate so far.
  var word: String? { best?.word }

  /// Whether a candidate with these ``letters(_:)`` can be better than the best so far, judged only
  /// by its letters: a changed letter is missing on one side and extra on the other.
  func canBeBetter(letters candidate: UInt32) -> Bool {
    (candidate ^ letters).nonzeroBitCount <= 2 * (best?.edits ?? maxEdits)
  }

  /// Compares a candidate with the best so far.
  mutating func consider(_ candidate: String, count: Int) {
    let scalars = Array(candidate.unicodeScalars)
    let allowed = best?.edits ?? maxEdits
    guard abs(scalars.count - typed.count) <= allowed else { return }
    let edits = EditDistance.between(typed, scalars)
    guard edits <= allowed else { return }
    if let best, (edits, -count) >= (best.edits, -best.count) { return }
    best = (edits, count, candidate)
  }

  /// A bit for each byte that occurs, by its lowest five bits: a separate bit for each ASCII
  /// letter.
  static func letters(_ word: some Sequence<UInt8>) -> UInt32 {
    word.reduce(0) { $0 | 1 << UInt32($1 & 31) }
  }
}
