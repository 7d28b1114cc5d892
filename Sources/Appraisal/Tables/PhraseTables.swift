import Literature

/// The phrases of all facets, as the tables give them, and the automaton that finds them.
///
/// Making it takes some tens of milliseconds; ``standard`` is made once.
final class PhraseTables: Sendable {
  /// A phrase of a table.
  struct Phrase: Sendable {
    /// What the phrase is used as.
    enum Tag: String, Sendable, CaseIterable { case name, act = "do", place, kind, who, near }

    /// The facet that it speaks of; nothing for a heading.
    let facet: FacetName?
    /// The facet code; nothing for a phrase that masks others.
    let code: String?
    /// The number of the code among all, for comparing; -1 without one.
    let number: Int
    /// The numbers of the codes that are wider than it.
    let wider: [Int]
    /// The zone that it opens as a heading.
    let zone: Zone?
    /// Name of the rule, shown with the evidence.
    let rule: String
    /// How plainly it means the code; 1 is enough by itself where the study is described.
    let weight: Float
    let tag: Tag
    /// Name of the row in the table of weights: code, rule and, from the second row of both, a
    /// number.
    var name = ""
    /// The place of the tag among all tags.
    let tagNumber: Int

    init(
      facet: FacetName?, code: String?, number: Int, wider: [Int], zone: Zone?, rule: String,
      weight: Float, tag: Tag
    ) {
      self.facet = facet
      self.code = code
      self.number = number
      self.wider = wider
      self.zone = zone
      self.rule = rule
      self.weight = weight
      self.tag = tag
      tagNumber = Tag.allCases.firstIndex(of: tag) ?? 0
    }
  }

  static let standard = PhraseTables()

  let phrases: [Phrase]
  let book: PhraseBook
  let lexicon: Lexicon
  /// The zone that each phrase opens as a heading.
  let headings: [Zone?]

  private init() {
    let vocabulary = Vocabulary.standard
    var lexicon = Lexicon(words: Table(named: "words.tsv"))
    var book = PhraseBookBuilder()
    var phrases: [Phrase] = []
    var rowCounts: [String: Int] = [:]
    func add(_ phrase: Phrase, _ row: Table.Row) {
      let number = Int32(phrases.count)
      var phrase = phrase
      if let code = phrase.code, let facet = phrase.facet {
        phrase.name = code + "." + phrase.rule.replacing(" ", with: "-")
        rowCounts[facet.rawValue + phrase.name, default: 0] += 1
        let count = rowCounts[facet.rawValue + phrase.name] ?? 1
        if count > 1 { phrase.name += ".\(count)" }
      }
      phrases.append(phrase)
      for text in Self.phrases(in: row["phrases"]) {
        book.add(text, number: number, lexicon: &lexicon)
      }
    }
    for row in Table(named: "headings.tsv").rows {
      guard let zone = Zone(named: row["zone"]) else { continue }
      add(
        Phrase(
          facet: nil, code: nil, number: -1, wider: [], zone: zone, rule: "heading", weight: 0,
          tag: .name), row
      )
    }
    for facet in FacetDefinition.codes.map(\.name) {
      for row in Table(named: "\(facet.rawValue).tsv").rows {
        add(
          Phrase(
            facet: facet, code: row["code"].isEmpty ? nil : row["code"],
            number: vocabulary.number(of: row["code"], in: facet) ?? -1,
            wider: vocabulary.ancestors(of: row["code"], in: facet).compactMap {
              vocabulary.number(of: $0, in: facet)
            }, zone: nil,
            rule: row["rule"], weight: Float(row["weight"]) ?? 0,
            tag: Phrase.Tag(rawValue: row["tag"]) ?? .name), row)
      }
    }
    self.phrases = phrases
    self.book = book.build()
    self.lexicon = lexicon
    headings = phrases.map(\.zone)
  }

  /// Whether a phrase silences a code's phrase inside it.
  ///
  /// "Postnatal depression" is not also "depression", but a "cluster randomised trial" is also a
  /// "randomised trial", and "will be randomly assigned" speaks of both plan and design.
  func covers(_ phrase: Phrase, _ code: String?, of facet: FacetName) -> Bool {
    guard facet == .method, let covering = phrase.code else { return true }
    return covering == code || covering == "non-randomised-trial" || code == "narrative-review"
  }

  /// The phrases of a cell, separated by `|` outside of brackets.
  static func phrases(in cell: String) -> [String] {
    var phrases: [String] = []
    var depth = 0
    var phrase = ""
    for character in cell {
      switch character {
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      if character == "|", depth == 0 {
        phrases.append(phrase)
        phrase = ""
      } else {
        phrase.append(character)
      }
    }
    phrases.append(phrase)
    return phrases.filter { !$0.allSatisfy { $0 == " " } }
  }
}
