import Analysis
import Query

/// The words and patterns of searches that look for them in texts, each once.
struct SearchedWords {
  /// A word or a pattern.
  struct Word {
    /// As it is written in the query language, folded.
    let label: String
    /// The term of a word; `nil` for a pattern.
    let term: String?
    /// The pattern that its own forms match.
    let pattern: WordPattern
    /// Whether a search excludes it.
    let isExcluded: Bool
  }

  /// The words and patterns, in order; one that is both searched and excluded is there twice.
  private(set) var words: [Word] = []
  private var wanted: Set<String> = []
  private var excluded: Set<String> = []
  private var patterns: [(pattern: WordPattern, isExcluded: Bool)] = []
  private let analyzer: Analyzer
  /// Forms are compared with no more patterns.
  private static let mostPatterns = 300

  init(_ analyzer: Analyzer) {
    self.analyzer = analyzer
  }

  /// Whether a form of a word is searched, or excluded as the word is, as typed.
  func isTyped(_ form: String, as word: Word) -> Bool {
    (word.isExcluded ? excluded : wanted).contains(form)
      || patterns.contains { $0.isExcluded == word.isExcluded && $0.pattern.matches(form) }
  }

  /// Adds the words of a search.
  ///
  /// - Parameter isExcluded: whether the search is excluded.
  mutating func add(_ tree: QueryTree, isExcluded: Bool = false) {
    switch tree {
    case .word(let word): add([word], isExcluded)
    case .phrase(let words): add(words, isExcluded)
    case .prefix(let prefix): add(pattern: prefix + "*", tree, isExcluded)
    case .wildcard(let pattern): add(pattern: pattern, tree, isExcluded)
    case .near(_, let parts), .pre(_, let parts), .and(let parts), .or(let parts):
      for part in parts { add(part, isExcluded: isExcluded) }
    case .any(let should, let must, let not):
      for part in should + must { add(part, isExcluded: isExcluded) }
      for part in not { add(part, isExcluded: !isExcluded) }
    case .not(let part): add(part, isExcluded: !isExcluded)
    case .field(let field, let part):
      switch field {
      case .title, .abstract, .keyword, .heading: add(part, isExcluded: isExcluded)
      // Names are compared in the same way, but have no forms.
      case .author, .journal, .publisher: break
      }
    case .identifier, .filter: break
    }
  }

  private mutating func add(_ typed: [String], _ isExcluded: Bool) {
    let tokens = typed.flatMap { analyzer.words(in: $0) }
    for token in tokens where token.folded.first?.isLetter == true {
      let label = Acronyms.listed(token.folded, term: token.term)
      guard insert(label, isExcluded), !StopWords.words.contains(token.folded) else { continue }
      words.append(
        Word(
          label: label, term: token.term, pattern: WordPattern(label), isExcluded: isExcluded))
    }
  }

  private mutating func add(pattern typed: String, _ tree: QueryTree, _ isExcluded: Bool) {
    guard let pattern = analyzer.folded(typed), insert(pattern.text, isExcluded) else { return }
    if patterns.count < Self.mostPatterns { patterns.append((pattern, isExcluded)) }
    words.append(
      Word(
        label: tree.queryText.lowercased(), term: nil, pattern: pattern, isExcluded: isExcluded))
  }

  /// Notes that a word was typed; `false` if it was before.
  private mutating func insert(_ text: String, _ isExcluded: Bool) -> Bool {
    isExcluded ? excluded.insert(text).inserted : wanted.insert(text).inserted
  }
}
