import Analysis

/// Marks what matched, by running the analyzer over what is shown.
struct Highlighter {
  private let analyzer: Analyzer
  private let terms: Set<String>
  private let phrases: [[String]]

  init(analyzer: Analyzer, plan: QueryPlan, _ lists: PatternLists) {
    self.analyzer = analyzer
    var terms = Set<String>()
    var phrases: [[String]] = []
    func add(_ pattern: Pattern) {
      switch pattern {
      case .term(let term): terms.insert(term)
      case .phrase(let words): phrases.append(words)
      case .near(_, let words): terms.formUnion(words)
      case .placed(_, let words): terms.formUnion(words)
      case .prefix(let prefix):
        terms.formUnion((try? lists.terms(withPrefix: prefix)) ?? [])
      }
    }
    for term in plan.scored { for member in term.members { add(member.pattern) } }
    self.terms = terms
    self.phrases = phrases
  }

  /// What matched in a title, a heading and a passage: in that order, by place, not overlapping.
  func highlights(title: String, section: String, text: String) -> [Highlight] {
    ranges(in: title).map { Highlight(.title, start: $0.lowerBound, end: $0.upperBound) }
      + ranges(in: section).map { Highlight(.section, start: $0.lowerBound, end: $0.upperBound) }
      + ranges(in: text).map { Highlight(.text, start: $0.lowerBound, end: $0.upperBound) }
  }

  /// Ranges of Unicode scalars that matched.
  func ranges(in text: String) -> [Range<Int>] {
    let tokens = analyzer.tokens(in: text)
    var bytes: [Range<Int>] = []
    let words = tokens.filter { !$0.isJoined }
    for token in tokens where terms.contains(token.term) { bytes.append(token.bytes) }
    for phrase in phrases where phrase.count <= words.count {
      for start in 0...(words.count - phrase.count)
      where phrase.indices.allSatisfy({ words[start + $0].term == phrase[$0] }) {
        bytes.append(
          words[start].bytes.lowerBound..<words[start + phrase.count - 1].bytes.upperBound)
      }
    }
    guard !bytes.isEmpty else { return [] }
    var joined: [Range<Int>] = []
    for range in bytes.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound < last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    var copy = text
    return copy.withUTF8 { buffer in
      var counter = ScalarCounter(buffer)
      return joined.map { counter.scalars($0) }
    }
  }
}
