import Foundation
import Query
import SeededRandom
import Testing

/// Properties of all texts and all trees.
struct QueryPropertyTests {
  @Test func `a tree that is typed is read back`() throws {
    for seed in 0..<3_000 {
      var syntax = RandomQueryTrees(random: SplitMix64(seed: UInt64(seed)))
      let tree = syntax.tree()
      let text = tree.queryText
      let query = try QueryParser().parse(text)
      #expect(query.tree == tree, "seed \(seed): \(text)\n\(tree)\n\(query.tree) \(query.notes)")
    }
  }

  @Test func `any text at all is read`() {
    let pieces = [
      "(", ")", "\"", "“", "*", "+", "-", ":", "/", " ", " ", " ", "AND", "OR", "NOT", "NEAR",
      "NEAR/3", "NEAR/", "title:", "author:", "n:", "year:", ">=", "..", "20", "2018", "method:",
      "qualitative", "peer", "a", "é", "👍🏽", "\u{0}", "\u{301}", "\u{200D}", "\n", "none", ",",
      "foo:",
    ]
    var random = SplitMix64(seed: 7)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...12, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      for plain in [false, true] {
        do {
          let query = try QueryParser().parse(text, plain: plain)
          // No word is lost.
          let tree = query.tree.description
          #expect(
            text.range(of: "peer", options: .literal) == nil
              || tree.range(of: "peer", options: .literal) != nil, "\(text): \(tree)")
          #expect(!query.tree.description.contains("()"), "\(text)")
        } catch QueryError.malformed(let mistake) {
          // Only a structured query can be malformed, and the mistake is within the text.
          #expect(!plain)
          #expect(
            ["AND", "OR", "NOT", "NEAR", "title:", "author:", "n:", "year:", "method:"]
              .contains { text.range(of: $0, options: .literal) != nil }, "\(text): \(mistake)")
          #expect(mistake.position >= 0 && mistake.position <= text.unicodeScalars.count)
          #expect(
            !mistake.problem.isEmpty && mistake.fix.hasSuffix(".") || mistake.fix.hasSuffix("?"))
        } catch {
          // The only other error is an unknown code.
          #expect(
            text.utf8.contains(UInt8(ascii: ":")) && text.contains("method"), "\(text): \(error)")
        }
      }
    }
  }
}
