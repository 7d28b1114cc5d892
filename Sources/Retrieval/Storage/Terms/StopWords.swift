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
}
