import Literature

/// A document scanned: what the appraisers of the facets work on.
final class Work {
  let title: Reading
  let text: Reading
  let tables: PhraseTables
  /// What is known of the words by their entries.
  let entries: [WordCache.Entry]

  init(title: Reading, text: Reading, tables: PhraseTables, entries: [WordCache.Entry]) {
    self.title = title
    self.text = text
    self.tables = tables
    self.entries = entries
  }

  func reading(_ inTitle: Bool) -> Reading { inTitle ? title : text }

  func sentence(of mention: Mention) -> Sentence {
    reading(mention.inTitle).sentences[mention.sentence]
  }

  /// The facet code that a mention speaks for.
  func code(of mention: Mention) -> String? { tables.phrases[mention.phrase].code }

  /// The classes of a word of a reading.
  func classes(_ reading: Reading, _ word: Int) -> WordClasses {
    entries[Int(reading.words[word].entry)].classes
  }

  /// The value of a word for a number; -1 for other words.
  func number(_ word: Int, in reading: Reading) -> Int32 {
    entries[Int(reading.words[word].entry)].number
  }

  /// The classes of up to `count` words before a place in a sentence, not across a break in it.
  func classes(
    before word: Int, count: Int, in reading: Reading, sentence: Sentence,
    until breaks: Word.Gap = [.semicolon, .colon, .period]
  ) -> WordClasses {
    var found: WordClasses = []
    var at = word
    while at > sentence.words.lowerBound, word - at < count {
      if !reading.words[at].gap.isDisjoint(with: breaks) { break }
      at -= 1
      found.formUnion(classes(reading, at))
    }
    return found
  }

  /// The classes of up to `count` words after a place in a sentence, not across a break in it.
  func classes(after word: Int, count: Int, in reading: Reading, sentence: Sentence) -> WordClasses
  {
    var found: WordClasses = []
    var at = word + 1
    while at < sentence.words.upperBound, at - word <= count {
      if !reading.words[at].gap.isDisjoint(with: [.semicolon, .colon, .period]) { break }
      found.formUnion(classes(reading, at))
      at += 1
    }
    return found
  }

  /// The mentions of a facet in title and text.
  func mentions(of facet: FacetName) -> [Mention] {
    title.mentions(of: facet, tables: tables) + text.mentions(of: facet, tables: tables)
  }
}
