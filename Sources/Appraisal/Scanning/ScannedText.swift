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
}
