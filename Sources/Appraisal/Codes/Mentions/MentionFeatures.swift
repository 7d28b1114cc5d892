/// The features of a mention, numbered so that one array holds their weights.
///
/// The names are those in `weights.tsv`: `phrase.NAME`, `code.CODE`, `zone.ZONE`, `zone.ZONE.TAG`,
/// `WINDOW.CLASS` for the word classes before and after the mention, and the names of ``Flag``.
struct MentionFeatures {
  /// Words before or after a mention whose classes are features.
  enum Window: Int, Feature {
    case before1, before3, before7, before12, after1, after3, after7
  }

  /// Other features of a mention.
  enum Flag: Int, Feature {
    case bias, plain, first, early, begin, late, sentenceStart, sentenceEnd, bracketed, afterComma
    case beforeBreak, plural, capitals, capital, afterNumber
  }

  private static let classCount = 64
  private let tagCount = PhraseTables.Phrase.Tag.allCases.count
  private let zoneBase: Int
  private let tagBase: Int
  private let windowBase: Int
  /// The index of the first phrase feature.
  let phraseBase: Int

  init() {
    zoneBase = Flag.allCases.count
    tagBase = zoneBase + Zone.allCases.count
    windowBase = tagBase + Zone.allCases.count * tagCount
    phraseBase = windowBase + Window.allCases.count * Self.classCount
  }

  /// The name of each feature of a facet in the table of weights; empty if it has none.
  static func names(phrases: [PhraseTables.Phrase]) -> [String] {
    commonNames + phrases.map { $0.name.isEmpty ? "" : "phrase.\($0.name)" }
  }

  /// The names of the features that all facets have.
  static let commonNames: [String] = {
    var names = Flag.allCases.map(\.name)
    names += Zone.allCases.map { "zone.\($0.name)" }
    for zone in Zone.allCases {
      names += PhraseTables.Phrase.Tag.allCases.map { "zone.\(zone.name).\($0.name)" }
    }
    for window in Window.allCases {
      names += (0..<classCount).map { bit in
        bit < WordClasses.names.count ? "\(window.name).\(WordClasses.names[bit])" : ""
      }
    }
    return names
  }()

  /// Calls `visit` with the index and value of each non-zero feature of a mention.
  @inline(__always)
  func visit(_ mention: Mention, in document: ScannedDocument, _ visit: (Int, Float) -> Void) {
    let text = document.part(inTitle: mention.inTitle)
    let sentence = text.sentences[mention.sentence]
    let classes = text.classes
    let (first, last) = (mention.words.lowerBound, mention.words.upperBound)
    func flag(_ flag: Flag, if isTrue: Bool) {
      if isTrue { visit(flag.rawValue, 1) }
    }
    let traits = document.tables.traits[mention.phrase]
    visit(Flag.bias.rawValue, 1)
    visit(Flag.plain.rawValue, traits.weight)
    visit(zoneBase + sentence.zone.rawValue, 1)
    visit(tagBase + sentence.zone.rawValue * tagCount + traits.tag.rawValue, 1)
    visit(phraseBase + mention.phrase, 1)
    let words = text.words
    flag(.plural, if: words[last].shape.contains(.plural))
    if words[last].shape.contains(.allCapitals) {
      flag(.capitals, if: true)
    } else {
      flag(
        .capital,
        if: words[first].shape.contains(.capital) && !words[first].shape.contains(.first))
    }
    flag(
      .afterNumber,
      if: first > sentence.words.lowerBound
        && (words[first - 1].isNumber || document.number(first - 1, in: text) > 1))
    if mention.inTitle { return }
    let count = text.sentences.count
    if mention.sentence == 0 {
      flag(.first, if: true)
    } else {
      flag(.early, if: mention.sentence < 3)
    }
    flag(.late, if: mention.sentence * 4 > count * 3)
    flag(.begin, if: mention.sentence * 4 < count)
    flag(.sentenceStart, if: first == sentence.words.lowerBound)
    flag(.sentenceEnd, if: last + 1 >= sentence.words.upperBound)
    if first > sentence.words.lowerBound {
      flag(.bracketed, if: words[first].gap.contains(.open))
      flag(.afterComma, if: words[first].gap.contains(.comma))
    }
    if last + 1 < sentence.words.upperBound {
      flag(
        .beforeBreak,
        if: !words[last + 1].gap.isDisjoint(with: [.comma, .period, .semicolon, .close]))
    }
    // One pass in each direction, because the wider window of a side includes the narrower ones.
    var near: WordClasses = []
    var seven: WordClasses = []
    var isClause = true
    var (at, distance) = (first, 0)
    while at > sentence.words.lowerBound, distance < 12 {
      let gap = words[at].gap
      if !gap.isDisjoint(with: .stops) { break }
      if gap.contains(.comma) { isClause = false }
      at -= 1
      distance += 1
      near.formUnion(classes[at])
      if isClause, distance <= 7 { seven.formUnion(classes[at]) }
      if distance == 1 { window(.before1, near, visit) }
      if distance == 3 { window(.before3, near, visit) }
    }
    if distance > 0, distance < 3 { window(.before3, near, visit) }
    window(.before7, seven, visit)
    window(.before12, near.intersection([.future, .past, .first, .this]), visit)
    near = []
    (at, distance) = (last + 1, 1)
    while at < sentence.words.upperBound, distance <= 7 {
      let gap = words[at].gap
      if !gap.isDisjoint(with: .stops) { break }
      near.formUnion(classes[at])
      if distance == 1, !gap.contains(.comma) { window(.after1, near, visit) }
      if distance == 3 { window(.after3, near, visit) }
      at += 1
      distance += 1
    }
    if distance > 1, distance <= 3 { window(.after3, near, visit) }
    window(.after7, near, visit)
  }

  @inline(__always)
  private func window(
    _ window: Window, _ classes: WordClasses, _ visit: (Int, Float) -> Void
  ) {
    let base = windowBase + window.rawValue * Self.classCount
    var bits = classes.rawValue
    while bits != 0 {
      visit(base + bits.trailingZeroBitCount, 1)
      bits &= bits - 1
    }
  }
}
