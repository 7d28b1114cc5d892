import Analysis

/// The part of a passage that best shows the matches: one or two sentences, or part of a long one.
package struct Snippet: Sendable, Equatable {
  /// The text, with an ellipsis where a sentence is cut.
  package let text: String
  /// The matches in the text: half-open ranges of Unicode scalars.
  package let matches: [Range<Int>]
  /// Whether the snippet is the whole passage.
  package let isWhole: Bool

  /// Chooses the sentences with the most different matches.
  ///
  /// - Parameter limit: the longest text, in Unicode scalars, without ellipses.
  package init(_ passage: HitPassage, limit: Int) {
    let scalars = Array(passage.text.unicodeScalars)
    let marks = passage.highlights.filter { $0.field == .text && $0.start < $0.end }
      .map { $0.start..<$0.end }
    let chooser = SnippetChooser(scalars: scalars, marks: marks, limit: max(1, limit))
    let range = chooser.best
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    let before = chooser.isStart(range.lowerBound) ? "" : "…"
    self.text = before + String(text) + (chooser.isEnd(range.upperBound) ? "" : "…")
    let shift = before.unicodeScalars.count - range.lowerBound
    matches = marks.compactMap { mark in
      let inside = mark.clamped(to: range)
      return inside.isEmpty ? nil : inside.lowerBound + shift..<inside.upperBound + shift
    }
    isWhole = range == 0..<scalars.count
  }
}

/// Chooses the range of a snippet.
private struct SnippetChooser {
  private let scalars: [Unicode.Scalar]
  /// The matches, in order and not overlapping.
  private let marks: [Range<Int>]
  private let limit: Int
  /// The sentences, in Unicode scalars; not computed for a text that is short enough.
  private let sentences: [Range<Int>]

  init(scalars: [Unicode.Scalar], marks: [Range<Int>], limit: Int) {
    (self.scalars, self.marks, self.limit) = (scalars, marks, limit)
    let whole = Self.trimmed(0..<scalars.count, scalars)
    let found = whole.count <= limit ? [] : Self.sentences(scalars)
    sentences = found.isEmpty ? [whole] : found
  }

  /// Whether a snippet that begins here cuts no sentence.
  func isStart(_ offset: Int) -> Bool {
    offset == 0 || sentences.contains { $0.lowerBound == offset }
  }

  /// Whether a snippet that ends here cuts no sentence.
  func isEnd(_ offset: Int) -> Bool {
    offset == scalars.count || sentences.contains { $0.upperBound == offset }
  }

  /// The best range: that with the most different matches, then the most matches, then the longest,
  /// then the first.
  var best: Range<Int> {
    let whole = trimmed(0..<scalars.count)
    if whole.count <= limit { return 0..<scalars.count }
    let keys = marks.map(key)
    var best: (range: Range<Int>, rank: (Int, Int, Int))?
    for range in candidates {
      var seen = Set<String>()
      var count = 0
      for (mark, key) in zip(marks, keys) where range.contains(mark.lowerBound) {
        seen.insert(key)
        count += 1
      }
      let rank = (seen.count, count, range.count)
      if best.map({ $0.rank < rank }) ?? true { best = (range, rank) }
    }
    return best?.range ?? cut(from: whole.lowerBound, in: whole)
  }

  /// One or two sentences that fit, and parts around the matches of sentences that do not.
  private var candidates: [Range<Int>] {
    var candidates: [Range<Int>] = []
    for (index, sentence) in sentences.enumerated() {
      // If nothing matched, show the beginning of the passage.
      if marks.isEmpty, index > 0 { break }
      if sentence.count <= limit {
        candidates.append(sentence)
        guard index + 1 < sentences.count else { continue }
        let two = sentence.lowerBound..<sentences[index + 1].upperBound
        if two.count <= limit { candidates.append(two) }
      } else {
        candidates.append(cut(from: sentence.lowerBound, in: sentence))
        for mark in marks where sentence.contains(mark.lowerBound) {
          // Near the end of the sentence, the room after the match goes to the words before it.
          let latest = min(mark.lowerBound - limit / 4, sentence.upperBound - limit)
          let start = max(sentence.lowerBound, latest)
          candidates.append(cut(from: start, in: sentence))
        }
      }
    }
    return candidates
  }

  private static func sentences(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
    let text = String(String.UnicodeScalarView(scalars))
    var offsets: [Int: Int] = [:]
    var byte = 0
    for (offset, scalar) in scalars.enumerated() {
      offsets[byte] = offset
      byte += UTF8.width(scalar)
    }
    offsets[byte] = scalars.count
    return SentenceFinder.shared.sentences(in: text).compactMap { range -> Range<Int>? in
      guard let start = offsets[range.lowerBound], let end = offsets[range.upperBound], start < end
      else { return nil }
      return start..<end
    }
  }

  /// As much of a sentence as fits, from an offset on; whole words only.
  private func cut(from offset: Int, in sentence: Range<Int>) -> Range<Int> {
    var start = offset
    if start > sentence.lowerBound {
      while start < sentence.upperBound, !isSpace(start - 1) { start += 1 }
      // A word longer than the window is cut.
      if start - offset > limit / 4 { start = offset }
    }
    var end = min(sentence.upperBound, start + limit)
    if end < sentence.upperBound {
      var space = end
      while space > start, !isSpace(space) { space -= 1 }
      if space > start + limit / 2 { end = space }
    }
    return trimmed(start..<max(start, end))
  }

  /// The key by which matches count as different: the beginning of the word, in lower case.
  private func key(_ mark: Range<Int>) -> String {
    var word = String.UnicodeScalarView()
    word.append(contentsOf: scalars[mark.clamped(to: 0..<scalars.count)].prefix(5))
    return String(word).lowercased()
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> { Self.trimmed(range, scalars) }

  private static func trimmed(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, scalars[start].properties.isWhitespace { start += 1 }
    while start < end, scalars[end - 1].properties.isWhitespace { end -= 1 }
    return start..<end
  }

  private func isSpace(_ offset: Int) -> Bool { scalars[offset].properties.isWhitespace }
}
