import Analysis

/// The tokens of a query's words, each analysed once.
final class AnalysedWords {
  private let analyzer: Analyzer
  /// The first words; comparing a few strings is faster than hashing one.
  private var first: [Word] = []
  /// The other words.
  private var others: [String: Word] = [:]
  private static let mostCompared = 8

  /// Whether the whole query is typed in capitals, so that they do not mark acronyms; set before any
  /// word is analysed.
  var isInCapitals = false

  private struct Word {
    var text: String
    var tokens: [Token]
    var isStopWord: Bool
  }

  init(_ analyzer: Analyzer) {
    self.analyzer = analyzer
    first.reserveCapacity(Self.mostCompared)
  }

  /// The tokens of a word, without joined forms.
  func tokens(_ word: String) -> [Token] { analysed(word).tokens }

  private func analysed(_ word: String) -> Word {
    for known in first where known.text == word { return known }
    if let known = others[word] { return known }
    let tokens = analyzer.words(in: isInCapitals ? word.lowercased() : word)
    let analysed = Word(text: word, tokens: tokens, isStopWord: isStopWord(word, tokens))
    if first.count < Self.mostCompared { first.append(analysed) } else { others[word] = analysed }
    return analysed
  }

  /// The terms of a word such as A&E or R&D, which mean something only together; `nil` for any
  /// other word.
  func ampersandTerms(_ word: String) -> [String]? {
    guard word.utf8.contains(UInt8(ascii: "&")) else { return nil }
    let terms = tokens(word).map(\.term)
    return terms.count > 1 ? terms : nil
  }

  /// Whether a word only has stop words as tokens.
  func isStopWord(_ word: String) -> Bool { analysed(word).isStopWord }

  private func isStopWord(_ word: String, _ tokens: [Token]) -> Bool {
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
