import Analysis
import Answers

/// Completes and corrects what somebody types, from the words of the index.
struct Suggester {
  let analyzer: Analyzer
  let words: WordList

  /// Longer texts are no longer typed.
  private static let longest = 200
  /// For how many words a likely one is looked for.
  private static let corrected = 3

  func suggestions(_ text: String, limit: Int) -> Suggestions {
    var result = Suggestions(text: text)
    let tokens = analyzer.tokens(in: text).filter { !$0.isJoined }
    guard text.utf8.count <= Self.longest, let last = tokens.last else { return result }
    let bytes = Array(text.utf8)
    // What ends in a space or a sign is a whole word.
    let isOpen = last.bytes.upperBound == bytes.count
    if isOpen {
      let start = String(decoding: bytes[..<last.bytes.lowerBound], as: UTF8.self)
      result.completions = words.completions(of: last.folded, limit: limit).map { start + $0 }
    }
    let isBeginning = isOpen && !result.completions.isEmpty
    var corrected = bytes
    var count = 0
    for token in (isBeginning ? tokens.dropLast() : tokens[...]).reversed()
    where count < Self.corrected && !words.contains(token.folded) {
      guard let likely = words.likely(token.folded) else { continue }
      corrected.replaceSubrange(token.bytes, with: likely.utf8)
      count += 1
    }
    if count > 0 { result.didYouMean = String(decoding: corrected, as: UTF8.self) }
    return result
  }
}
