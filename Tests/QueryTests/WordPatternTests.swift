import Query
import SeededRandom
import Testing

struct WordPatternTests {
  /// Whether a word matches, by trying all ways to divide it.
  private func matches(_ pattern: Substring, _ word: Substring) -> Bool {
    guard let first = pattern.first else { return word.isEmpty }
    let rest = pattern.dropFirst()
    return switch first {
    case "*": matches(rest, word) || (!word.isEmpty && matches(pattern, word.dropFirst()))
    case "?": matches(rest, word) || (!word.isEmpty && matches(rest, word.dropFirst()))
    case "#": !word.isEmpty && matches(rest, word.dropFirst())
    default: word.first == first && matches(rest, word.dropFirst())
    }
  }

  @Test(arguments: [
    ("behavio?r", ["behavior", "behaviour"], ["behaviouur", "behavio", "behaviors"]),
    ("psychos#s", ["psychosis", "psychoses"], ["psychoss", "psychosiis"]),
    ("wom*n", ["woman", "women", "womn"], ["womens", "wome"]),
    ("work??", ["work", "works", "worked"], ["working", "wor"]),
    ("peer*", ["peer", "peers", "peering"], ["pee", "apeer"]),
  ])
  func `each wildcard`(pattern: String, matching: [String], others: [String]) {
    for word in matching { #expect(WordPattern(pattern).matches(word), "\(word)") }
    for word in others { #expect(!WordPattern(pattern).matches(word), "\(word)") }
  }

  @Test func `patterns match as the exhaustive version does`() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<20_000 {
      func text(_ letters: [String], _ most: Int) -> String {
        (0..<Int.random(in: 0...most, using: &random))
          .map { _ in letters.randomElement(using: &random) ?? "" }.joined()
      }
      let pattern = text(["a", "b", "*", "?", "#"], 6)
      let word = text(["a", "b"], 6)
      #expect(
        WordPattern(pattern).matches(word) == matches(pattern[...], word[...]),
        "\(pattern) \(word)")
    }
  }
}
