import Analysis
import Query

/// Looks up the terms of the words that wildcards match, each pattern once per query.
final class WildcardTerms {
  private let analyzer: Analyzer
  private let forms: WordForms
  /// Whether a pattern that matches too many words is an error.
  private let isStrict: Bool
  private var known: [String: [String]] = [:]
  /// Notes on patterns that match too many words.
  private(set) var notes: [String] = []

  init(analyzer: Analyzer, forms: WordForms, isStrict: Bool) {
    self.analyzer = analyzer
    self.forms = forms
    self.isStrict = isStrict
  }

  /// The terms of the words that match a pattern as typed; `nil` if no letter precedes its first
  /// wildcard.
  ///
  /// - Parameter isStrict: whether a pattern that matches too many words is an error; `nil` if it
  ///   is one in a structured query.
  /// - Throws: ``QueryError/tooManyWords(pattern:limit:)``.
  func terms(_ pattern: String, isStrict strict: Bool? = nil) throws -> [String]? {
    if let terms = known[pattern] { return terms }
    guard let folded = analyzer.folded(pattern) else { return nil }
    let (terms, hasMore) = try forms.terms(ofWordsMatching: folded)
    if hasMore {
      let error = QueryError.tooManyWords(
        pattern: pattern, limit: WordForms.patternTerms)
      if strict ?? isStrict { throw error }
      notes.append("\(error.description) Only the most frequent are searched.")
    }
    known[pattern] = terms
    return terms
  }
}

extension Analyzer {
  /// A pattern with its letters folded; `nil` if it has none before its first wildcard.
  func folded(_ pattern: String) -> WordPattern? {
    var text = ""
    for part in pattern.split(
      omittingEmptySubsequences: false, whereSeparator: WordPattern.isWildcard)
    {
      text += words(in: String(part)).map(\.folded).joined()
      if part.endIndex < pattern.endIndex { text.append(pattern[part.endIndex]) }
    }
    let folded = WordPattern(text)
    return folded.prefix.isEmpty ? nil : folded
  }
}
