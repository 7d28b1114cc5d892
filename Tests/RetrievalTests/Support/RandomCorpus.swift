import Literature
import Retrieval
import SeededRandom

/// Random records of invented words: the vocabulary is small, and its first words occur in nearly
/// every document, as "peer support" does in real collections.
struct RandomCorpus {
  var random: SplitMix64
  /// Number of records made; each has a different PMID, so that no two are the same work.
  private var made = 0
  let words: [String]

  init(seed: UInt64, words count: Int) {
    random = SplitMix64(seed: seed)
    // Words that the stemmer does not change.
    var all: [String] = []
    for first in "bdgvzptf" {
      for vowel in "aou" {
        for last in "kmpt" { all.append("\(first)\(vowel)\(last)ok") }
      }
    }
    words = Array(all.shuffled(using: &random).prefix(count))
  }

  /// A random word; the first ones of the vocabulary are by far the most likely.
  mutating func word() -> String {
    let share = Double.random(in: 0..<1, using: &random)
    return words[Int(share * share * share * Double(words.count))]
  }

  mutating func sentence(_ length: ClosedRange<Int>) -> String {
    let words = (0..<Int.random(in: length, using: &random)).map { _ in
      Int.random(in: 0..<30, using: &random) == 0 ? "\(word())-\(word())" : word()
    }
    return words.joined(separator: " ").capitalizedFirst + "."
  }

  /// A record of at most `sentences` sentences, with the values that filters use.
  mutating func record(_ id: String, sentences: Int) -> Record {
    var record = Record(id)
    made += 1
    record.pmid = String(10_000_000 + made)
    if Int.random(in: 0..<5, using: &random) > 0 {
      record.title = (0..<Int.random(in: 1...6, using: &random)).map { _ in word() }
        .joined(separator: " ")
    }
    let body = (0...Int.random(in: 0...sentences, using: &random)).map { _ in sentence(1...25) }
    record.text = body.joined(separator: " ")
    if body.count > 3, Bool.random(using: &random) {
      let half = body.count / 2
      record.text =
        "METHODS: " + body[..<half].joined(separator: " ") + " RESULTS: "
        + body[half...].joined(separator: " ")
    }
    if Bool.random(using: &random) { record.authors = ["\(word()) A", "\(word()) B"] }
    if Int.random(in: 0..<4, using: &random) > 0 {
      record.year = Int.random(in: 2000...2020, using: &random)
    }
    if Bool.random(using: &random) { record.sampleSize = Int.random(in: 1...60, using: &random) }
    record.method =
      [["qualitative"], ["cross-sectional"], ["qualitative", "case-study"], []]
      .randomElement(using: &random) ?? []
    return record
  }

  /// A query of any shape.
  mutating func query() -> String {
    switch Int.random(in: 0..<9, using: &random) {
    case 0: leaf()
    case 1: "\(word()) +\(word())"
    case 2: "\(leaf()) \(word()) -\(word())"
    case 3: "\(leaf()) AND \(leaf())"
    case 4: "\(word()) OR \(word()) AND NOT \(leaf())"
    case 5: "\(word()) \(leaf()) AND \(word())"
    case 6: "+\(word()) \(leaf()) \(leaf()) -“\(word()) \(word())”"
    default: (0...Int.random(in: 0...5, using: &random)).map { _ in leaf() }.joined(separator: " ")
    }
  }

  /// Distinct words.
  mutating func differentWords(_ count: Int) -> [String] {
    var different: [String] = []
    while different.count < count {
      let word = word()
      if !different.contains(word) { different.append(word) }
    }
    return different
  }

  private mutating func leaf() -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 0, 1: "“\(word()) \(word())”"
    case 2: "“\(word()) \(word()) \(word())”"
    case 3:
      differentWords(2).joined(
        separator: " NEAR/\([0, 1, 2, 4, 6, 15, 40].randomElement(using: &random) ?? 0) ")
    case 4: differentWords(3).joined(separator: " NEAR/4 ")
    case 5: "\(word().prefix(Int.random(in: 2...3, using: &random)))*"
    case 6: "nowhere"
    case 7: "results"
    default: word()
    }
  }
}
