/// A sentence of a text.
struct Sentence {
  /// Its words, as indices in the text.
  var words: Range<Int>
  /// The part of the document that contains it.
  var zone: Zone
  /// All classes of its words.
  var classes: WordClasses
}
