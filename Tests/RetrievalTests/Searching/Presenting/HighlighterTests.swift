import Analysis
import Retrieval
import SeededRandom
import Testing

/// Highlights equal those of a slow and plain algorithm.
struct HighlighterTests {
  @Test func `any terms and phrases are marked where they stand`() throws {
    let analyzer = try Analyzer()
    let pieces = [
      "peer", "Peers", "peer-led", "support", "SUPPORTED", "naïve", "é", "of", "the", "x", "45",
      "sponsor", "groups", "👩‍⚕️", "AIDS", "aids", "aid", "HIV",
    ]
    let signs = [" ", ", ", "-", ". ", "\n", " — "]
    var random = SplitMix64(seed: 8)
    func piece() -> String { pieces.randomElement(using: &random) ?? "" }
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 0...25, using: &random))
        .map { _ in piece() + (signs.randomElement(using: &random) ?? "") }.joined()
      let terms = Set(
        (0..<Int.random(in: 0...4, using: &random)).flatMap { _ in
          analyzer.tokens(in: piece()).map { $0.term }
        })
      let phrases = (0..<Int.random(in: 0...2, using: &random)).map { _ in
        (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in
          analyzer.tokens(in: piece()).first?.term
        }
      }
      let highlighter = Highlighter(analyzer: analyzer, terms: terms, phrases: phrases)
      #expect(
        highlighter.ranges(in: text) == plain(text, analyzer.tokens(in: text), terms, phrases),
        "\(text) \(terms) \(phrases)")
    }
  }

  /// For each scalar, whether a matching token or phrase covers it.
  private func plain(
    _ text: String, _ tokens: [Token], _ terms: Set<String>, _ phrases: [[String]]
  ) -> [Range<Int>] {
    var matches = tokens.filter { terms.contains($0.term) }.map { $0.bytes }
    var words: [(terms: Set<String>, bytes: Range<Int>)] = []
    for token in tokens where !token.isJoined {
      if token.isWord {
        words.append(([token.term], token.bytes))
      } else {
        words[words.count - 1].terms.insert(token.term)
      }
    }
    for phrase in phrases where !phrase.isEmpty {
      for start in words.indices where start + phrase.count <= words.count {
        let run = words[start..<start + phrase.count]
        guard zip(run, phrase).allSatisfy({ $0.terms.contains($1) }), let last = run.last else {
          continue
        }
        matches.append(words[start].bytes.lowerBound..<last.bytes.upperBound)
      }
    }
    // Overlapping highlights are joined, in order of their starts.
    var joined: [Range<Int>] = []
    for match in matches.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, match.lowerBound < last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, match.upperBound)
      } else {
        joined.append(match)
      }
    }
    let utf8 = Array(text.utf8)
    func scalars(_ bytes: Int) -> Int {
      String(decoding: utf8[..<bytes], as: UTF8.self).unicodeScalars.count
    }
    return joined.map { scalars($0.lowerBound)..<scalars($0.upperBound) }
  }
}
