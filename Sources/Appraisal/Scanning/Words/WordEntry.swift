/// The data on a word in the ``WordCache``.
struct WordEntry {
  /// Phrase symbols that the word matches: a range of ``WordCache/symbols``.
  var symbols: Range<Int32>
  /// The bits of those symbols.
  var symbolBits: UInt64
  /// The classes it belongs to.
  var classes: WordClasses
  /// The value of a number word; -1 for other words.
  var number: Int32
  /// Continuations of phrases that begin with this word: a range of ``WordCache/starts``.
  var starts: Range<Int32>
}
