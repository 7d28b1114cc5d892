import Analysis
import Appraisal

/// Words that say nothing of what a text is about: indexed, but left out when plain words are
/// ranked while another word remains.
enum StopWords {
  /// The words, folded.
  static let words = Set(Table(named: "stop-words.tsv").rows.map { $0["word"] })

  /// The terms that the English analyzer makes of them.
  static let terms: Set<String> = {
    guard let analyzer = try? Analyzer() else { return words }
    return Set(words.flatMap { analyzer.tokens(in: $0).map(\.term) })
  }()
}
