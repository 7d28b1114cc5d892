import Analysis
import Literature

/// Words that do not show what a text is about: indexed, but ignored when plain words are ranked,
/// unless there are no others.
package enum StopWords {
  /// The words, folded.
  static let words = Set(Table(named: "stop-words.tsv").rows.map { $0["word"] })

  /// Their terms, by the English analyzer.
  package static let terms: Set<String> = {
    guard let analyzer = try? Analyzer() else { return words }
    return Set(words.flatMap { analyzer.tokens(in: $0).map(\.term) })
  }()

  /// The terms that feedback does not use: stop words, and those of `uninformative-words.tsv`
  /// (months, numbers, words of citations and addresses).
  static let uninformative: Set<String> = {
    let words = Table(named: "uninformative-words.tsv").rows.map { $0["word"] }
    guard let analyzer = try? Analyzer() else { return terms.union(words) }
    return terms.union(words.flatMap { analyzer.tokens(in: $0).map(\.term) })
  }()
}
