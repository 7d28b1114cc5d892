import Appraisal
import SeededRandom
import Testing

/// The automaton that finds phrases, compared with a search for one phrase at a time.
struct PhraseBookTests {
  @Test(
    arguments: [
      (["peer support"], "Peer support, as peers support it", ["0: 0-1", "0: 3-4"]),
      (["peer (support|led) group"], "a peer led group", ["0: 1-3"]),
      (["peer (support|) group"], "peer group, peer support group", ["0: 0-1", "0: 2-4"]),
      (["support* _ worker"], "supporting each worker", ["0: 0-2"]),
      (["group # of"], "group 7 of 9", ["0: 0-2"]),
      // Words across a comma match only as written, and no phrase crosses a full stop.
      (["self help", "self _ help"], "self, help. Self. Help self, and help", ["0: 0-1"]),
      (["peer", "peer support", "peer support"], "peer support", ["0: 0-0", "1: 0-1", "2: 0-1"]),
      (["peer support"], "", []),
    ] as [([String], String, [String])])
  func `phrases are found`(phrases: [String], text: String, expected: [String]) {
    #expect(Self.found(phrases, text) == expected)
  }

  @Test(arguments: 0..<24) func `random phrases are found as by a slow search`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let phrases = (0..<60).map { _ in RandomPhrase(&random) }
    let text = RandomPhraseText(words: 400, &random)
    let expected = phrases.enumerated().flatMap { number, phrase in
      phrase.occurrences(in: text).map { "\(number): \($0.lowerBound)-\($0.upperBound)" }
    }
    #expect(expected.count > 100)
    #expect(Self.found(phrases.map(\.notation), text.text) == Set(expected).sorted())
  }

  /// The distinct occurrences of phrases, in order: number of the phrase, first and last word.
  private static func found(_ phrases: [String], _ text: String) -> [String] {
    Set(
      Appraiser.occurrences(of: phrases, in: text).map {
        "\($0.phrase): \($0.words.lowerBound)-\($0.words.upperBound)"
      }
    ).sorted()
  }
}

/// Random words, separated by spaces, commas and full stops.
private struct RandomPhraseText {
  private static let vocabulary = [
    "peer", "Peer", "support", "supporting", "group", "groups", "led", "trial", "self", "help",
    "worker", "a", "7",
  ]

  var words: [String] = []
  /// The separator between each word and the one before it.
  var gaps: [String] = []

  init(words count: Int, _ random: inout SplitMix64) {
    for _ in 0..<count {
      words.append(Self.vocabulary.randomElement(using: &random) ?? "")
      let gap = Int.random(in: 0..<20, using: &random)
      gaps.append(gap == 0 ? ". " : gap < 4 ? ", " : " ")
    }
  }

  var text: String {
    words.indices.map { ($0 == 0 ? "" : gaps[$0]) + words[$0] }.joined()
  }
}

/// A random phrase: the alternatives of each bracket, each a list of words.
private struct RandomPhrase {
  private static let literals = [
    "peer", "support", "support*", "group", "led", "trial", "self", "help", "worker",
  ]

  private var brackets: [[[String]]] = []

  init(_ random: inout SplitMix64) {
    for place in 0..<Int.random(in: 1...4, using: &random) {
      var alternatives = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        (0..<Int.random(in: 1...2, using: &random)).map { Self.word(place + $0, &random) }
      }
      if place > 0, Bool.random(using: &random) { alternatives.append([]) }
      brackets.append(alternatives)
    }
  }

  /// A word of a phrase; the first one is never any word or any number.
  private static func word(_ place: Int, _ random: inout SplitMix64) -> String {
    let kind = Int.random(in: 0..<8, using: &random)
    if kind == 0 { return "<article>" }
    if kind == 1, place > 0 { return "_" }
    if kind == 2, place > 0 { return "#" }
    return literals.randomElement(using: &random) ?? ""
  }

  /// The phrase as it is written in a table.
  var notation: String {
    brackets.map { alternatives in
      "(\(alternatives.map { $0.joined(separator: " ") }.joined(separator: "|")))"
    }.joined(separator: " ")
  }

  /// Every phrase that the brackets allow.
  private var spellings: [[String]] {
    brackets.reduce([[]]) { begun, alternatives in
      begun.flatMap { words in alternatives.map { words + $0 } }
    }
  }

  /// Where it occurs, tried at every word of a text.
  func occurrences(in text: RandomPhraseText) -> [ClosedRange<Int>] {
    text.words.indices.flatMap { first in
      spellings.filter { Self.matches($0, text, first) }.map { first...first + $0.count - 1 }
    }
  }

  private static func matches(
    _ spelling: [String], _ text: RandomPhraseText, _ first: Int
  ) -> Bool {
    guard first + spelling.count <= text.words.count else { return false }
    return spelling.indices.allSatisfy { place in
      let isBroken = place > 0 && text.gaps[first + place] != " "
      if isBroken, text.gaps[first + place] == ". " || !isLiteral(spelling[place]) { return false }
      return matches(spelling[place], text.words[first + place].lowercased())
    }
  }

  private static func isLiteral(_ word: String) -> Bool { literals.contains(word) }

  private static func matches(_ pattern: String, _ word: String) -> Bool {
    switch pattern {
    case "_": true
    case "#": word == "7"
    case "<article>": word == "a"
    case "support*": word.hasPrefix("support")
    default: word == pattern || word == pattern + "s"
    }
  }
}
