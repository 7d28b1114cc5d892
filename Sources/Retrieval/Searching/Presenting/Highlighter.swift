import Analysis
import Answers
import CAnalysis
import Literature
import Ranking

/// Finds matches to highlight by running the analyzer over the displayed text.
///
/// Terms are compared as bytes in the analyzer's memory, because every word of every displayed
/// passage is compared.
package struct Highlighter {
  private let analyzer: Analyzer
  /// The terms to find, in byte order.
  private let terms: [[UInt8]]
  /// Whether each term is marked wherever it occurs.
  private let isMarked: [Bool]
  /// Phrases, as indices in `terms`.
  private let phrases: [[Int]]
  /// The index of the first term with each first byte; the next entry is their end.
  private let starts: [Int]
  /// By first byte: a bit for each length of its terms, the highest bit for 63 and more.
  private let lengths: [UInt64]

  /// - Parameter marksAllFields: whether to mark also what is searched only in fields that hits do
  ///   not show, such as keywords.
  init(analyzer: Analyzer, plan: QueryPlan, marksAllFields: Bool = false) {
    var single = Set<String>()
    var phrases: [[String]] = []
    for member in plan.scored.flatMap(\.members) {
      switch member.pattern {
      case .term(let term), .abbreviation(let term, _): single.insert(term)
      case .phrase(let words): phrases.append(words)
      case .near(_, let words): single.formUnion(words)
      case .positional(let query, let words):
        if query.isShown || marksAllFields { single.formUnion(words) }
      case .words(_, let words): single.formUnion(words)
      case .identifier, .filter: break
      }
    }
    self.init(analyzer: analyzer, terms: single, phrases: phrases)
  }

  /// - Parameters:
  ///   - single: terms that are marked wherever they occur.
  ///   - phrases: terms that are marked where they occur side by side.
  package init(analyzer: Analyzer, terms single: Set<String>, phrases: [[String]]) {
    self.analyzer = analyzer
    let all = single.union(phrases.joined()).map { Array($0.utf8) }
      .sorted { $0.lexicographicallyPrecedes($1) }
    let indices = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    terms = all
    isMarked = all.map { single.contains(String(decoding: $0, as: UTF8.self)) }
    self.phrases = phrases.filter { !$0.isEmpty }.map { words in
      words.compactMap { indices[Array($0.utf8)] }
    }
    var starts = [Int](repeating: 0, count: 257)
    for term in all { starts[Int(term.first ?? 0) + 1] += 1 }
    for byte in 1...256 { starts[byte] += starts[byte - 1] }
    self.starts = starts
    var lengths = [UInt64](repeating: 0, count: 256)
    for term in all { lengths[Int(term.first ?? 0)] |= Self.bit(term.count) }
    self.lengths = lengths
  }

  private static func bit(_ length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }

  /// The matches in a title, a heading and a passage: in that order, by position, without overlap.
  func highlights(title: String, section: String, text: String) -> [Highlight] {
    ranges(in: title).map { Highlight(.title, start: $0.lowerBound, end: $0.upperBound) }
      + ranges(in: section).map { Highlight(.section, start: $0.lowerBound, end: $0.upperBound) }
      + ranges(in: text).map { Highlight(.text, start: $0.lowerBound, end: $0.upperBound) }
  }

  /// Ranges of Unicode scalars that matched.
  package func ranges(in text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { bytes in
      let found = analyzer.withTokens(in: bytes) { matches($0) }
      if found.isEmpty { return [] }
      var counter = ScalarCounter(bytes)
      return Self.joined(found).map { counter.scalars($0) }
    }
  }

  /// The byte ranges that matched, in no particular order.
  private func matches(_ tokens: UnsafeBufferPointer<pl_token>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    // Words, without joined forms, and the term of each; -1 for other terms.
    var words: [(term: Int, bytes: Range<Int>)] = []
    // By word: its further terms, which few words have.
    var further: [Int: [Int]] = [:]
    for token in tokens {
      let term = termIndex(of: token.word)
      let bytes = Int(token.start)..<Int(token.end)
      if term >= 0, isMarked[term] { found.append(bytes) }
      if phrases.isEmpty { continue }
      if token.kind == UInt32(PL_TOKEN_WORD) { words.append((term, bytes)) }
      if token.kind == UInt32(PL_TOKEN_SENSE), term >= 0 {
        further[words.count - 1, default: []].append(term)
      }
    }
    for phrase in phrases where phrase.count <= words.count {
      for start in 0...(words.count - phrase.count)
      where phrase.indices.allSatisfy({
        words[start + $0].term == phrase[$0] || further[start + $0]?.contains(phrase[$0]) == true
      }) {
        found.append(
          words[start].bytes.lowerBound..<words[start + phrase.count - 1].bytes.upperBound)
      }
    }
    return found
  }

  /// The index of the term of an analyzer's word; -1 if it is not one of the terms.
  private func termIndex(of word: UInt32) -> Int {
    analyzer.withTerm(word) { bytes in
      // Nearly all words are rejected here.
      guard let first = bytes.first, lengths[Int(first)] & Self.bit(bytes.count) != 0
      else { return -1 }
      // A prefix can have hundreds of terms.
      let range = starts[Int(first)]..<starts[Int(first) + 1]
      let index = range.partitioningIndex { !terms[$0].lexicographicallyPrecedes(bytes) }
      let isThere = range.contains(index) && terms[index].elementsEqual(bytes)
      return isThere ? index : -1
    }
  }

  /// Ranges in order, with overlapping ones joined.
  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound < last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
