import Literature

/// A scanned title or text: its words, its sentences and the phrases found in it.
final class ScannedText {
  let field: Evidence.Field
  let words: [ScannedWord]
  /// The classes of each word.
  let classes: [WordClasses]
  let sentences: [Sentence]
  let matches: [PhraseBook.Match]
  /// The sentence of each match; -1 for a match that crosses a sentence boundary.
  let places: [Int32]
  /// The acronyms that it defines.
  let acronyms: AcronymDefinitions

  init(_ draft: ScannedTextDraft) {
    field = draft.field
    words = draft.words
    classes = draft.classes
    sentences = draft.sentences
    matches = draft.matches
    places = draft.places
    acronyms = draft.acronyms
  }

  /// The matches whose first words are in a range, found by a binary search.
  func found(beginningIn words: Range<Int>) -> ArraySlice<PhraseBook.Match> {
    let first = place(of: words.lowerBound)
    return matches[first..<max(first, place(of: words.upperBound))]
  }

  /// The first match that begins with a word or after it.
  private func place(of word: Int) -> Int {
    var (low, high) = (0, matches.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(matches[middle].first) < word { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
