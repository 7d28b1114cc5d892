import Literature

extension Appraiser {
  /// The occurrences of phrases in a text: the index of the phrase, and those of its words.
  ///
  /// - Parameter phrases: phrases in the notation of the tables, see ``PhraseBookBuilder``. They
  ///   are compiled and stay in memory, so this is for tests and for trying out a table.
  package static func occurrences(
    of phrases: [String], in text: String
  ) -> [(phrase: Int, words: ClosedRange<Int>)] {
    var lexicon = Lexicon(words: Table(named: "words.tsv"))
    var builder = PhraseBookBuilder()
    for (number, phrase) in phrases.enumerated() {
      builder.add(phrase, number: Int32(number), lexicon: &lexicon)
    }
    let book = builder.build()
    var cache = WordCache(lexicon: lexicon, book: book, bag: .standard)
    var words: [ScannedWord] = []
    var text = text
    text.withUTF8 { Scanner.scan($0, cache: &cache, into: &words) }
    var found: [PhraseBook.Match] = []
    book.matches(
      in: words, entries: cache.entries, symbols: cache.symbols, starts: cache.starts,
      into: &found)
    return found.map { (phrase: Int($0.phrase), words: Int($0.first)...Int($0.last)) }
  }
}
