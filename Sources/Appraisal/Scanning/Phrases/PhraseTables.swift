import Literature

/// The phrases of all facets from the tables, and the automaton that finds them.
///
/// Compiling it takes tens of milliseconds; ``standard`` is compiled only once.
final class PhraseTables: Sendable {
  /// A phrase of a table.
  struct Phrase: Sendable {
    /// The use of a phrase.
    enum Tag: Int, Sendable, CaseIterable {
      case name, act, place, kind, who, near

      /// The name in tables.
      var name: String { self == .act ? "do" : "\(self)" }

      /// The tag with a name in a table.
      init?(named name: String) {
        guard let tag = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = tag
      }
    }

    /// The facet that it belongs to; `nil` for a heading and for a context.
    let facet: FacetName?
    /// The facet code; `nil` for a phrase that masks others.
    let code: String?
    /// The index of the code in ``Vocabulary/entries``; -1 without a code.
    let number: Int
    /// The zone that it begins as a heading.
    let zone: Zone?
    /// Name of the rule, shown with the evidence.
    let rule: String
    /// The strength of the evidence for the code; 1 is sufficient alone in a description of the
    /// study.
    let weight: Float
    let tag: Tag
    /// Name of the row in the table of weights: code and rule, with a number if several rows share
    /// both.
    var name = ""

    init(
      facet: FacetName?, code: String?, number: Int, zone: Zone?, rule: String, weight: Float,
      tag: Tag
    ) {
      self.facet = facet
      self.code = code
      self.number = number
      self.zone = zone
      self.rule = rule
      self.weight = weight
      self.tag = tag
    }
  }

  /// The properties of a phrase that are needed for each mention, without reference counting.
  struct Traits: Sendable {
    /// The index of its facet in ``facets``; -1 for a heading and for a context.
    var facet: Int
    /// The index of its code in ``Vocabulary/entries``; -1 for a phrase that masks others.
    var number: Int
    var tag: Phrase.Tag
    var weight: Float
  }

  static let standard = PhraseTables()

  /// The facets that have phrases in the tables, in order.
  static let facets = FacetDefinition.codes.map(\.name)

  let phrases: [Phrase]
  /// The code of each entry of ``Vocabulary/entries``.
  let codes: [String]
  /// The traits of each phrase.
  let traits: [Traits]
  let book: PhraseBook
  let lexicon: Lexicon
  /// The zone that each phrase begins as a heading.
  let headings: [Zone?]
  /// The phrases that decide what mentions mean.
  let contexts: ContextPhrases
  private let methodFacet: Int
  private let nonRandomised: Int
  private let narrativeReview: Int

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
          facet: nil, code: nil, number: -1, zone: zone, rule: "heading", weight: 0, tag: .name),
        row)
    }
    for facet in Self.facets {
      for row in Table(named: "\(facet.rawValue).tsv").rows {
        add(
          Phrase(
            facet: facet, code: row["code"].isEmpty ? nil : row["code"],
            number: vocabulary.number(of: row["code"], in: facet) ?? -1, zone: nil,
            rule: row["rule"], weight: Float(row["weight"]) ?? 0,
            tag: Phrase.Tag(named: row["tag"]) ?? .name), row)
      }
    }
    for row in Table(named: "contexts.tsv").rows {
      add(
        Phrase(
          facet: nil, code: nil, number: -1, zone: nil, rule: row["rule"], weight: 0, tag: .name),
        row)
    }
    self.phrases = phrases
    codes = vocabulary.entries.map(\.code)
    traits = phrases.map { phrase in
      Traits(
        facet: phrase.facet.flatMap { Self.facets.firstIndex(of: $0) } ?? -1,
        number: phrase.number, tag: phrase.tag, weight: phrase.weight)
    }
    self.book = book.build()
    self.lexicon = lexicon
    headings = phrases.map(\.zone)
    contexts = ContextPhrases(rules: phrases.map { $0.facet == nil ? $0.rule : "" })
    methodFacet = Self.facets.firstIndex(of: .method) ?? -1
    nonRandomised = vocabulary.number(of: "non-randomised-trial", in: .method) ?? -1
    narrativeReview = vocabulary.number(of: "narrative-review", in: .method) ?? -1
  }

  /// Whether each phrase belongs to a rule, which must be in the tables.
  func belong(toRule rule: String) -> [Bool] {
    let belong = phrases.map { $0.rule == rule }
    precondition(belong.contains(true), "no phrase has the rule \(rule)")
    return belong
  }

  /// Whether a phrase masks the phrase of a code inside it.
  ///
  /// "Postnatal depression" is not also "depression", but a "cluster randomised trial" is also a
  /// "randomised trial", and "will be randomly assigned" indicates both a plan and a design.
  ///
  /// - Parameters:
  ///   - covering: the index of the code of the outer phrase; -1 for one that masks others.
  ///   - number: the index of the code of the inner phrase.
  func covers(_ covering: Int, _ number: Int, ofFacet facet: Int) -> Bool {
    guard facet == methodFacet, covering >= 0 else { return true }
    return covering == number || covering == nonRandomised || number == narrativeReview
  }

  /// The phrases of a cell, separated by `|` outside brackets.
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
