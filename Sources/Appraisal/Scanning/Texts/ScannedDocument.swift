import Literature

/// A scanned document: the input of the facet appraisers.
final class ScannedDocument {
  let title: ScannedText
  let text: ScannedText
  let tables: PhraseTables
  /// The data on the words, by entry.
  let entries: [WordEntry]
  /// The phrase symbols of the entries.
  private let symbols: [UInt32]
  /// The features of the document as a whole, in the order of ``DocumentFeature``.
  let features: [Float]
  /// All words that the ``BagTable`` has.
  let bag: BagOfWords
  /// The mentions of each facet of ``PhraseTables/facets``: those of the title first, each in word
  /// order.
  private let mentions: [[Mention]]
  /// The studies that it discusses; several appraisers ask for them.
  private(set) lazy var discussed = DiscussedStudies(self)

  init(title: ScannedText, text: ScannedText, tables: PhraseTables, cache: WordCache) {
    self.title = title
    self.text = text
    self.tables = tables
    entries = cache.entries
    symbols = cache.symbols
    features = DocumentFeature.features(of: text)
    bag = BagOfWords([title, text], table: .standard)
    var mentions = text.mentions(tables)
    for (facet, found) in title.mentions(tables).enumerated() where !found.isEmpty {
      mentions[facet].insert(contentsOf: found, at: 0)
    }
    self.mentions = mentions
  }

  /// The title or the text.
  func part(inTitle: Bool) -> ScannedText { inTitle ? title : text }

  /// The sentence that contains a mention.
  func sentence(of mention: Mention) -> Sentence {
    part(inTitle: mention.inTitle).sentences[mention.sentence]
  }

  /// The zone that contains a mention.
  func zone(of mention: Mention) -> Zone {
    sentence(of: mention).zone
  }

  /// The facet code of a mention.
  func code(of mention: Mention) -> String? { tables.phrases[mention.phrase].code }

  /// The classes of a word in a scanned text.
  func classes(_ text: ScannedText, _ word: Int) -> WordClasses {
    text.classes[word]
  }

  /// The value of a number word; -1 for other words.
  func number(_ word: Int, in text: ScannedText) -> Int32 {
    entries[Int(text.words[word].entry)].number
  }

  /// The value of a number in digits or of a number word; -1 for other words.
  func value(_ word: Int, in text: ScannedText) -> Int {
    let scanned = text.words[word]
    return scanned.isNumber ? Int(scanned.value) : Int(number(word, in: text))
  }

  /// The phrase symbols that a word matches: words and prefixes of the tables.
  func symbols(_ word: Int, in text: ScannedText) -> ArraySlice<UInt32> {
    let range = entries[Int(text.words[word].entry)].symbols
    return symbols[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// The classes of up to `count` words before an index in a sentence, stopping at a break.
  func classes(
    before word: Int, count: Int, in text: ScannedText, sentence: Sentence,
    until breaks: ScannedWord.Gap = .stops
  ) -> WordClasses {
    var found: WordClasses = []
    var at = word
    while at > sentence.words.lowerBound, word - at < count {
      if !text.words[at].gap.isDisjoint(with: breaks) { break }
      at -= 1
      found.formUnion(text.classes[at])
    }
    return found
  }

  /// The classes of up to `count` words after an index in a sentence, stopping at a break.
  func classes(
    after word: Int, count: Int, in text: ScannedText, sentence: Sentence,
    until breaks: ScannedWord.Gap = .stops
  ) -> WordClasses {
    var found: WordClasses = []
    var at = word + 1
    while at < sentence.words.upperBound, at - word <= count {
      if !text.words[at].gap.isDisjoint(with: breaks) { break }
      found.formUnion(text.classes[at])
      at += 1
    }
    return found
  }

  /// The mentions of a facet in title and text: those of the title first, each in word order.
  ///
  /// An acronym that the document defines differently is not a mention: after "verbal autopsy
  /// (VA)", "VA" is not a veterans' service.
  func mentions(of facet: FacetName) -> [Mention] {
    guard let place = PhraseTables.facets.firstIndex(of: facet) else { return [] }
    let found = mentions[place]
    if title.acronyms.definitions.isEmpty, text.acronyms.definitions.isEmpty { return found }
    let defined = [title, text].filter { !$0.acronyms.definitions.isEmpty }
    // Computed once for each acronym and code, so that time stays linear; the tables have few of
    // them.
    var isMeant: [UInt64: Bool] = [:]
    return found.filter { mention in
      let word = part(inTitle: mention.inTitle).words[mention.words.lowerBound]
      guard mention.words.count == 1, word.shape.contains(.acronym) else { return true }
      let number = tables.traits[mention.phrase].number
      let key = UInt64(word.entry) << 32 | UInt64(UInt32(truncatingIfNeeded: number))
      if let known = isMeant[key] { return known }
      var result = true
      for text in defined {
        guard let definition = text.acronyms.definitions[word.entry] else { continue }
        result = found.contains { other in
          other.inTitle == (text.field == .title)
            && definition.contains(other.words.lowerBound)
            && tables.traits[other.phrase].number == number
        }
        break
      }
      isMeant[key] = result
      return result
    }
  }
}
