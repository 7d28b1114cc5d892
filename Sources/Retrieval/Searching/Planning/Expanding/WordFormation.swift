import Analysis
import Literature

/// Which words can belong to one family by the rules of English word formation.
///
/// From the tables `word-endings.tsv` (endings that change places) and `word-pairs.tsv` (irregular
/// families, and words that only look like a family).
struct WordFormation {
  /// An ending that can be replaced by another.
  private struct Change {
    var ending: [UInt8]
    var other: String
    /// Minimum number of bytes of the word and of the new word.
    var letters: Int
  }

  /// Minimum number of letters that two words share.
  private static let shortestBeginning = 3

  /// The changes in both directions.
  private static let changes: [Change] = Table(named: "word-endings.tsv").rows.flatMap { row in
    let (first, second) = (row["first"], row["second"])
    let letters = Int(row["letters"]) ?? .max
    return [
      Change(ending: Array(first.utf8), other: second, letters: letters),
      Change(ending: Array(second.utf8), other: first, letters: letters),
    ]
  }

  /// Groups of words that are of one family, and pairs of groups that are not.
  private static let pairs = Table(named: "word-pairs.tsv").rows.map { row in
    (
      isSame: row["kind"] == "same",
      groups: row.list("words").map { $0.split(separator: ",").map(String.init) }
    )
  }

  /// By term: the terms of its irregular family, without itself.
  private var irregularTerms: [String: [String]] = [:]
  /// By term: terms that are not of its family.
  private var unrelatedTerms: [String: Set<String>] = [:]

  /// Analyses the tables.
  init(analyzer: Analyzer) {
    func terms(_ words: [String]) -> Set<String> {
      Set(words.compactMap { analyzer.tokens(in: $0).first?.term })
    }
    for row in Self.pairs {
      let groups = row.groups.map(terms)
      if row.isSame {
        for group in groups {
          for term in group {
            irregularTerms[term, default: []] += group.subtracting([term]).sorted()
          }
        }
      } else if groups.count == 2 {
        for (group, other) in [(groups[0], groups[1]), (groups[1], groups[0])] {
          for term in group { unrelatedTerms[term, default: []].formUnion(other) }
        }
      }
    }
  }

  /// The terms of a term's irregular family.
  func irregular(_ term: String) -> [String] { irregularTerms[term] ?? [] }

  /// Whether two terms are known not to be of one family.
  func areUnrelated(_ term: String, _ other: String) -> Bool {
    unrelatedTerms[term]?.contains(other) ?? false
  }

  /// The words that a folded word becomes by changing its ending; most of them do not exist.
  func forms(of word: String) -> [String] {
    let bytes = Array(word.utf8)
    return Self.changes.compactMap { change in
      let base = bytes.count - change.ending.count
      guard base >= Self.shortestBeginning, bytes.count >= change.letters,
        base + change.other.utf8.count >= change.letters,
        bytes[base...].elementsEqual(change.ending)
      else { return nil }
      return String(decoding: bytes[..<base], as: UTF8.self) + change.other
    }
  }
}
