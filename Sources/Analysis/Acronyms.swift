import CAnalysis

/// Acronyms with a term of their own, and the everyday words with the same letters.
///
///     let analyzer = try Analyzer()
///     analyzer.words(in: "AIDS").map(\.term)   // ["AIDS"]
///     analyzer.words(in: "aids").map(\.term)   // ["aids"], which finds both “aid” and AIDS
///     analyzer.words(in: "aid").map(\.term)    // ["aid"]
public enum Acronyms {
  private static let rows: [(acronym: String, word: String, stem: String)] = {
    var rows: [(acronym: String, word: String, stem: String)] = []
    while let row = pl_acronym_at(rows.count)?.pointee {
      rows.append(
        (String(cString: row.acronym), String(cString: row.word), String(cString: row.stem)))
    }
    return rows
  }()

  private static let terms = Set(rows.map { $0.acronym })

  /// By the terms of acronyms and of their everyday words: the stem of the word.
  private static let stems: [String: String] = Dictionary(
    rows.flatMap { [($0.acronym, $0.stem), ($0.word, $0.stem)] },
    uniquingKeysWith: { first, _ in first })

  /// By the term of an everyday word: its stem, and the acronym.
  private static let pairs: [String: [String]] = Dictionary(
    rows.map { ($0.word, [$0.stem, $0.acronym]) }, uniquingKeysWith: { first, _ in first })

  /// By the terms of everyday words and by their stems: both.
  private static let families: [String: [String]] = Dictionary(
    rows.flatMap { row in [row.stem, row.word].map { ($0, Array(Set([row.stem, row.word]))) } },
    uniquingKeysWith: { first, _ in first })

  /// The longest term in the table, in bytes; nearly all other terms are longer.
  private static let longest = stems.keys.map { $0.utf8.count }.max() ?? 0

  /// Whether a term is that of an acronym.
  public static func contains(_ term: String) -> Bool {
    term.utf8.count <= longest && terms.contains(term)
  }

  /// The word by which the index lists a folded word with a term: an acronym with a term of its own
  /// is in capitals, to distinguish it from the everyday word.
  public static func listed(_ folded: String, term: String) -> String {
    contains(term) ? term : folded
  }

  /// The stem of a word with a term, whatever its case: `aid` for `AIDS` and `aids`.
  public static func stem(of term: String) -> String {
    term.utf8.count <= longest ? stems[term] ?? term : term
  }

  /// The terms of the words with the same stem as a word with a term, apart from the acronym: `aid`
  /// and `aids` for either; an acronym has only its own.
  public static func family(of term: String) -> [String] {
    term.utf8.count <= longest ? families[term] ?? [term] : [term]
  }

  /// The terms that divide what a term finds: `aid` and `AIDS` for `aids`.
  ///
  /// Nearly all terms find only themselves.
  public static func parts(of term: String) -> [String] {
    term.utf8.count <= longest ? pairs[term] ?? [term] : [term]
  }
}
