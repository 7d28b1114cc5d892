import Analysis

/// Synonym groups, analysed for lookup by the terms of a query.
struct Synonyms {
  /// A form of a group, and the other forms of the group.
  struct Entry {
    /// The terms of the form, of which “aid”, “aids” and AIDS have the same.
    var stems: [String]
    /// The other forms: their terms, and the forms as written.
    var others: [(terms: [String], shown: String)]
    var weight: Double
    /// Whether the form is an everyday word as well, so that it must be typed in capitals.
    var needsCapitals: Bool
    /// Whether the form has stop words among others, such as “drop-in”.
    var hasStopWords: Bool
  }

  private var byFirst: [String: [Entry]] = [:]

  /// Analyses the table `synonyms.tsv` and rows of the user.
  ///
  /// - Parameter added: rows of forms that mean the same; they are used even if a form is an
  ///   everyday word.
  init(analyzer: Analyzer, added: [[String]] = []) {
    for forms in added { add(SynonymGroup(ofUser: forms), analyzer, isUsers: true) }
    for group in SynonymGroup.standard { add(group, analyzer, isUsers: false) }
  }

  private mutating func add(_ group: SynonymGroup, _ analyzer: Analyzer, isUsers: Bool) {
    let forms = group.forms.map { form in
      let tokens = analyzer.words(in: form)
      let isEveryday =
        !isUsers && group.weight >= Self.sameWeight && tokens.count == 1
        && EverydayWords.words.contains(tokens[0].folded)
      let stopWords = tokens.count { StopWords.words.contains($0.folded) }
      return (
        terms: tokens.map(\.term), shown: form, isEveryday: isEveryday,
        hasStopWords: stopWords > 0 && stopWords < tokens.count
      )
    }
    for (index, form) in forms.enumerated() {
      let stems = form.terms.map(Acronyms.stem)
      guard let first = stems.first else { continue }
      // Forms that the analyzer makes equal are not needed.
      let others = forms.enumerated().filter {
        $0.offset != index && $0.element.terms != form.terms && !$0.element.isEveryday
      }.map { (terms: $0.element.terms, shown: $0.element.shown) }
      byFirst[first, default: []].append(
        Entry(
          stems: stems, others: others, weight: group.weight, needsCapitals: form.isEveryday,
          hasStopWords: form.hasStopWords))
    }
  }

  /// From this weight on, forms of a group are abbreviations of each other, not near synonyms.
  private static let sameWeight = 0.5

  /// Entries whose form begins at an index in a list of terms, the longest first.
  func entries(_ terms: [String?], at index: Int) -> [Entry] {
    guard let first = terms[index] else { return [] }
    return (byFirst[Acronyms.stem(of: first)] ?? []).filter { entry in
      entry.stems.indices.allSatisfy { offset in
        index + offset < terms.count
          && terms[index + offset].map(Acronyms.stem) == entry.stems[offset]
      }
    }.sorted { $0.stems.count > $1.stems.count }
  }
}
