import Analysis
import Literature

/// Which words can belong to one family by the rules of English word formation.
///
/// From the tables `word-endings.tsv` (endings that change places) and `word-pairs.tsv` (irregular
/// families, and words that only look like a family).
struct WordFormation {
  /// A word of an irregular family.
  struct Relative {
    var word: String
    var term: String
    /// The association that the terms of both words must exceed; below any possible one for
    /// inflections.
    var association: Double
  }

  /// An ending that can be replaced by another.
  private struct Change {
    var ending: [UInt8]
    var other: String
    /// Minimum number of bytes of the word and of the new word.
    var letters: Int
    var association: Double
  }

  /// Minimum number of letters that two words share.
  private static let shortestBeginning = 3
  /// The association that the terms of irregular families must exceed.
  private static let irregularAssociation = 0.01

  /// The changes in both directions.
  private static let changes: [Change] = Table(named: "word-endings.tsv").rows.flatMap { row in
    let (first, second) = (row["first"], row["second"])
    let letters = Int(row["letters"]) ?? .max
    let association = Double(row["association"]) ?? 1
    return [
      Change(
        ending: Array(first.utf8), other: second, letters: letters, association: association),
      Change(
        ending: Array(second.utf8), other: first, letters: letters, association: association),
    ]
  }

  /// Groups of words that are of one family, and pairs of groups that are not.
  private static let pairs = Table(named: "word-pairs.tsv").rows.map { row in
    (
      kind: row["kind"],
      groups: row.list("words").map { $0.split(separator: ",").map(String.init) }
    )
  }

  /// By word: the other words of its irregular family.
  private var relatives: [String: [Relative]] = [:]
  /// By term: terms that are not of its family.
  private var unrelatedTerms: [String: Set<String>] = [:]

  /// Analyses the tables.
  init(analyzer: Analyzer) {
    func term(_ word: String) -> String? { analyzer.tokens(in: word).first?.term }
    for row in Self.pairs {
      if row.kind == "different" {
        guard row.groups.count == 2 else { continue }
        let groups = row.groups.map { Set($0.compactMap(term)) }
        for (group, other) in [(groups[0], groups[1]), (groups[1], groups[0])] {
          for term in group { unrelatedTerms[term, default: []].formUnion(other) }
        }
      } else {
        let association = row.kind == "inflection" ? -1 : Self.irregularAssociation
        for words in row.groups {
          let family = words.compactMap { word in
            term(word).map { Relative(word: word, term: $0, association: association) }
          }
          for word in words { relatives[word, default: []] += family.filter { $0.word != word } }
        }
      }
    }
  }

  /// The other words of a word's irregular family.
  func irregular(_ word: String) -> [Relative] { relatives[word] ?? [] }

  /// Whether two terms are known not to be of one family.
  func areUnrelated(_ term: String, _ other: String) -> Bool {
    unrelatedTerms[term]?.contains(other) ?? false
  }

  /// The words that a folded word becomes by changing its ending, most of which do not exist, and
  /// the association that the terms of both words must exceed.
  func forms(of word: String) -> [(word: String, association: Double)] {
    let bytes = Array(word.utf8)
    return Self.changes.compactMap { change in
      let base = bytes.count - change.ending.count
      guard base >= Self.shortestBeginning, bytes.count >= change.letters,
        base + change.other.utf8.count >= change.letters,
        bytes[base...].elementsEqual(change.ending)
      else { return nil }
      return (String(decoding: bytes[..<base], as: UTF8.self) + change.other, change.association)
    }
  }
}
