import Analysis
import Literature

/// Words that do not show what a text is about: indexed, but ignored when plain words are ranked,
/// unless there are no others.
package enum StopWords {
  /// The words, folded.
  static let words = Set(Table(named: "stop-words.tsv").rows.map { $0["word"] })

  /// Their terms, by the English analyzer.
  package static let terms = stems(of: words)

  /// Whether a term is that of a stop word, or of an acronym with the same letters: WHO.
  static func isStopWord(term: String) -> Bool { terms.contains(Acronyms.stem(of: term)) }

  /// The terms that feedback does not use: stop words, and those of `uninformative-words.tsv`
  /// (months, numbers, words of citations and addresses).
  static let uninformative = terms.union(
    stems(of: Set(Table(named: "uninformative-words.tsv").rows.map { $0["word"] })))

  /// The terms of words, by the English analyzer.
  private static func stems(of words: Set<String>) -> Set<String> {
    // It fails only if Snowball has no English stemmer; then no English index can be opened either.
    guard let analyzer = try? Analyzer() else { return words }
    return Set(words.flatMap { analyzer.tokens(in: $0).map(\.term) })
  }
}
