import Answers
import SeededRandom
import Testing

struct SnippetTests {
  /// A passage with a highlight on each occurrence of some words.
  private static func passage(_ text: String, marking words: [String]) -> HitPassage {
    var highlights: [Highlight] = []
    for word in words {
      for range in text.ranges(of: word) {
        let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
        highlights.append(
          Highlight(.text, start: start, end: start + word.unicodeScalars.count))
      }
    }
    highlights.sort { $0.start < $1.start }
    return HitPassage(
      text: text, start: 0, end: text.unicodeScalars.count, highlights: highlights)
  }

  private static let long =
    "Peers meet every week. Trust grows slowly over time. Trust and hope grow when peers meet. "
    + "The rest of this passage is about other things."

  @Test(arguments: [
    (["Trust", "hope"], 60, "Trust and hope grow when peers meet."),
    (["rest"], 60, "The rest of this passage is about other things."),
    (["week"], 55, "Peers meet every week. Trust grows slowly over time."),
    (["nothing"], 30, "Peers meet every week."),
    (["Trust", "hope"], 20, "Trust and hope grow…"),
    (["Trust"], 1000, long),
  ])
  func `the sentences with the most different matches are shown`(
    words: [String], limit: Int, expected: String
  ) {
    let snippet = Snippet(Self.passage(Self.long, marking: words), limit: limit)
    #expect(snippet.text == expected)
    #expect(snippet.isWhole == (expected == Self.long))
  }

  @Test(arguments: [
    ("peers", "…that at first nobody knew what the peers did."),
    ("Staff", "Staff said that at first nobody knew what the…"),
  ])
  func `a part of a long sentence uses the room`(word: String, expected: String) {
    let text = "Staff said that at first nobody knew what the peers did."
    #expect(Snippet(Self.passage(text, marking: [word]), limit: 46).text == expected)
  }

  @Test func `an empty passage has an empty snippet`() {
    let snippet = Snippet(HitPassage(text: "", start: 0, end: 0), limit: 100)
    #expect(snippet.text.isEmpty && snippet.matches.isEmpty && snippet.isWhole)
  }

  @Test func `a snippet is short, verbatim, and marks what the passage marks`() {
    var random = SplitMix64(seed: 7)
    let words = ["peer", "naïve", "👩‍⚕️", "trust.", "(hope)", "互助", "a", "Supercalifragilistic", "\n"]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...90, using: &random))
        .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
      let passage = Self.passage(text, marking: ["peer", "互助"])
      let limit = Int.random(in: 1...200, using: &random)
      let snippet = Snippet(passage, limit: limit)
      var body = snippet.text[...]
      if body.hasPrefix("…") { body = body.dropFirst() }
      if body.hasSuffix("…") { body = body.dropLast() }
      let isVerbatim =
        body.isEmpty
        || Array(text.unicodeScalars).firstRange(of: Array(body.unicodeScalars)) != nil
      #expect(isVerbatim || snippet.isWhole)
      #expect(body.unicodeScalars.count <= limit || snippet.isWhole)
      let scalars = Array(snippet.text.unicodeScalars)
      for match in snippet.matches {
        let marked = String(String.UnicodeScalarView(scalars[match]))
        #expect("peer".hasPrefix(marked) || "互助".hasPrefix(marked) || "peer".hasSuffix(marked))
      }
    }
  }
}
