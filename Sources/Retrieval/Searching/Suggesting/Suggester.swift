import Analysis
import Answers

/// Completes and corrects text as it is typed, with the words of the index.
struct Suggester {
  let analyzer: Analyzer
  let words: WordList

  /// Longer texts are pasted, not typed, and get no suggestions.
  private static let longest = 200
  /// Maximum number of words that are corrected.
  private static let corrected = 3

  func suggestions(_ text: String, limit: Int) -> Suggestions {
    var result = Suggestions(text: text)
    let tokens = analyzer.words(in: text)
    guard text.utf8.count <= Self.longest, let last = tokens.last else { return result }
    let bytes = Array(text.utf8)
    // A word that is followed by a space or punctuation is complete.
    let isOpen = last.bytes.upperBound == bytes.count
    if isOpen {
      let start = String(decoding: bytes[..<last.bytes.lowerBound], as: UTF8.self)
      result.completions = words.completions(of: last.folded, limit: limit).map { start + $0 }
    }
    let isBeginning = isOpen && !result.completions.isEmpty
    var corrected = bytes
    var count = 0
    for token in (isBeginning ? tokens.dropLast() : tokens[...]).reversed()
    where count < Self.corrected {
      // A search finds other forms of a word as well.
      guard let likely = words.likely(token.folded),
        analyzer.words(in: likely).first?.term != token.term
      else { continue }
      corrected.replaceSubrange(token.bytes, with: likely.utf8)
      count += 1
    }
    if count > 0 { result.didYouMean = String(decoding: corrected, as: UTF8.self) }
    return result
  }
}
