import Literature

/// A scanned text under construction: words and matches are added, then it is divided into
/// sentences.
struct ScannedTextDraft {
  let field: Evidence.Field
  var words: [ScannedWord] = []
  private(set) var classes: [WordClasses] = []
  var matches: [PhraseBook.Match] = []
  var acronyms = AcronymDefinitions()
  private(set) var sentences: [Sentence] = []
  private(set) var places: [Int32] = []

  init(field: Evidence.Field) {
    self.field = field
  }
}

extension ScannedTextDraft {
  /// Whether a full stop or another mark before a word ends a sentence.
  private func beginsSentence(_ at: Int) -> Bool {
    let word = words[at]
    let before = words[at - 1]
    if word.gap.contains(.paragraph) { return true }
    guard !word.gap.isDisjoint(with: [.period, .question]) else {
      return word.gap.contains(.newline) && word.shape.contains(.capital)
        && word.gap.contains(.sign)
    }
    if word.isNumber {
      // "7. 5" is a number that was split by the page layout.
      return !word.gap.isDisjoint(with: [.space, .newline])
        && !(before.isNumber && word.value < 100)
    }
    guard word.shape.contains(.capital) || word.gap.contains(.open) else { return false }
    if word.gap.contains(.question) { return true }
    if word.gap.isDisjoint(with: [.space, .newline]) {
      return before.length > 2 && !before.shape.contains(.capital)
    }
    return !classes[at - 1].contains(.abbreviation)
      && !(before.length == 1 && before.shape.contains(.capital)
        && !word.gap.contains(.close))
  }

  /// Divides the words into sentences and assigns a zone to each.
  ///
  /// - Parameters:
  ///   - headings: the zone that a phrase opens if it is used as a heading, by phrase index.
  ///   - sections: the sections of the text, in order; empty if it is not divided.
  mutating func divide(
    cache: WordCache, headings: [Zone?], sections: [Section]
  ) {
    guard !words.isEmpty else { return }
    classes = cache.entries.withUnsafeBufferPointer { entries in
      words.map { entries[Int($0.entry)].classes }
    }
    // The openings in order; of several at the same word, only the longest.
    var openings: [(first: Int, zone: Zone, end: Int)] = []
    for match in matches {
      guard let zone = headings[Int(match.phrase)],
        let end = headingEnd(match, zone: zone)
      else { continue }
      let first = Int(match.first)
      if let last = openings.last, last.first == first {
        if last.end < end { openings[openings.count - 1] = (first, zone, end) }
      } else {
        openings.append((first, zone, end))
      }
    }
    var zone: Zone = field == .title ? .title : .text
    var start = 0
    var at = 0
    var found: WordClasses = []
    func close(_ end: Int, _ sentences: inout [Sentence]) {
      if end > start {
        sentences.append(Sentence(words: start..<end, zone: zone, classes: found))
      }
      start = end
      found = []
    }
    var next = field == .title ? openings.count : 0
    while at < words.count {
      while next < openings.count, openings[next].first < at { next += 1 }
      if next < openings.count, openings[next].first == at {
        close(at, &sentences)
        zone = openings[next].zone
        start = openings[next].end
        at = start
        continue
      }
      if at > start, beginsSentence(at) { close(at, &sentences) }
      if at == start { words[at].shape.insert(.first) }
      found.formUnion(classes[at])
      at += 1
    }
    close(words.count, &sentences)
    apply(sections, afterHeadings: Set(openings.map(\.end)))
    locate()
  }

  /// Assigns the zones of their sections to sentences, if known.
  ///
  /// A heading may say more than the kind of its section: "Participants" begins a part of the
  /// methods. So a section that begins after such a heading keeps the heading's zone.
  ///
  /// - Parameter headingEnds: the words that follow headings.
  private mutating func apply(_ sections: [Section], afterHeadings headingEnds: Set<Int>) {
    guard !sections.isEmpty else { return }
    var next = 0
    var current = -1
    var zone: Zone?
    for at in sentences.indices {
      let start = sentences[at].words.lowerBound
      let first = Int(words[start].start)
      let end = Int(words[sentences[at].words.upperBound - 1].end)
      while next < sections.count, sections[next].bytes.upperBound <= first { next += 1 }
      if next < sections.count, sections[next].bytes.lowerBound < end {
        if current != next {
          current = next
          zone = Zone(sections[next].kind)
          let own = sentences[at].zone
          if let whole = zone, headingEnds.contains(start), own.isPart(of: whole) { zone = own }
        }
        if let zone { sentences[at].zone = zone }
      } else {
        sentences[at].zone = .outside
      }
    }
  }

  /// Finds the sentence of each match; a match that crosses a sentence boundary has none.
  private mutating func locate() {
    places = []
    places.reserveCapacity(matches.count)
    var sentence = 0
    for match in matches {
      while sentence + 1 < sentences.count,
        sentences[sentence].words.upperBound <= Int(match.first)
      {
        sentence += 1
      }
      let inside =
        sentence < sentences.count && sentences[sentence].words.contains(Int(match.first))
        && sentences[sentence].words.contains(Int(match.last))
      places.append(inside ? Int32(sentence) : -1)
    }
  }

  /// The index after the last word of a heading, or `nil` if the phrase is not used as a heading.
  private func headingEnd(_ match: PhraseBook.Match, zone: Zone) -> Int? {
    let first = words[Int(match.first)]
    let next = Int(match.last) + 1
    guard next < words.count else { return nil }
    let after = words[next]
    if zone == .summary { return first.gap.contains(.at) ? next : nil }
    guard first.shape.contains(.capital) else { return nil }
    let opens =
      match.first == 0 || !first.gap.isDisjoint(with: [.period, .question, .newline, .close])
      || first.gap.contains(.paragraph)
    let capitals = first.shape.contains(.allCapitals) && first.length > 5
    if zone == .references {
      let late = Int(match.first) * 5 > words.count * 2
      return late && opens && (after.isNumber || after.shape.contains(.capital)) ? next : nil
    }
    if after.gap.contains(.colon), opens || capitals || first.gap.contains(.sign) { return next }
    let begins = after.shape.contains(.capital) || after.isNumber
    if capitals, begins { return next }
    guard opens, begins, after.gap.isDisjoint(with: [.comma, .open, .slash]) else { return nil }
    // "Methods We asked" and "Methods. We asked", not "Results of" nor "Design-thinking".
    return after.gap.contains(.hyphen) && after.gap.isDisjoint(with: [.space, .sign]) ? nil : next
  }
}
