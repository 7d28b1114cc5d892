import Analysis

/// The tokens of a query's words, each analysed once.
final class AnalysedWords {
  private let analyzer: Analyzer
  private var known: [String: [Token]] = [:]

  init(_ analyzer: Analyzer) {
    self.analyzer = analyzer
  }

  /// The tokens of a word, without joined forms.
  func tokens(_ word: String) -> [Token] {
    if let tokens = known[word] { return tokens }
    let tokens = analyzer.words(in: word)
    known[word] = tokens
    return tokens
  }

  /// The terms of a word such as A&E or R&D, which mean something only together; `nil` for any
  /// other word.
  func ampersandTerms(_ word: String) -> [String]? {
    guard word.utf8.contains(UInt8(ascii: "&")) else { return nil }
    let terms = tokens(word).map(\.term)
    return terms.count > 1 ? terms : nil
  }

  /// Whether a word only has stop words as tokens.
  func isStopWord(_ word: String) -> Bool {
    let tokens = tokens(word)
    // In capitals, it is an abbreviation: WHO, IT.
    if tokens.count == 1, isCapital(word), word.count > 1 { return false }
    return !tokens.isEmpty && tokens.allSatisfy { StopWords.words.contains($0.folded) }
  }

  /// The tokens of a word that are not stop words; all of them if every one is.
  func content(_ tokens: [Token]) -> [Token] {
    if tokens.count < 2 { return tokens }
    let content = tokens.filter { !StopWords.words.contains($0.folded) }
    return content.isEmpty ? tokens : content
  }

  /// Whether a word is written in capitals.
  func isCapital(_ word: String) -> Bool {
    // For most words, the first letter is enough.
    if let first = word.utf8.first, first >= 0x61 && first <= 0x7A { return false }
    return word == word.uppercased() && word != word.lowercased()
  }
}
