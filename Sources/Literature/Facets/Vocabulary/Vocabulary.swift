/// The facet codes: their labels, hierarchy and other names.
///
///     Vocabulary.standard.descendants(of: "review", in: .method)
///     // ["review", "systematic-review", "meta-analysis", "scoping-review", …]
///
/// Codes are lower-case ASCII words joined by hyphens and unique within a facet. The source is the
/// table `facets.tsv`. Only the facets of ``FacetDefinition/codes`` have codes.
public struct Vocabulary: Sendable {
  /// A code with its names.
  public struct Entry: Sendable, Equatable {
    /// The facet it belongs to.
    public let facet: FacetName
    /// The code as written in queries, options and JSON.
    public let code: String
    /// The next broader code of the same facet.
    public let parent: String?
    /// Whether the code is assigned to documents; otherwise it is only for filters.
    public let isGiven: Bool
    /// Its human-readable name, in British spelling.
    public let label: String
    /// Short forms, as written ("RCT").
    public let abbreviations: [String]
    /// Other names, in lower case unless they are proper names.
    public let synonyms: [String]
    /// MeSH headings and MEDLINE publication types that mean it.
    public let headings: [String]
    /// The meaning of the code, in one sentence.
    public let meaning: String
  }

  /// The vocabulary of this program.
  public static let standard = Vocabulary(table: Table(named: "facets.tsv"))

  /// Every entry, in the order of the table.
  public let entries: [Entry]
  private let numbers: [FacetName: [String: Int]]

  /// Reads a vocabulary from its table.
  package init(table: Table) {
    entries = table.rows.compactMap(Entry.init(row:))
    var numbers: [FacetName: [String: Int]] = [:]
    for (number, entry) in entries.enumerated() {
      numbers[entry.facet, default: [:]][entry.code] = number
    }
    self.numbers = numbers
  }

  /// The entry of a code; `nil` if the facet does not have it.
  public func entry(_ code: String, in facet: FacetName) -> Entry? {
    numbers[facet]?[code].map { entries[$0] }
  }

  /// The index of a code in ``entries``; `nil` if the facet does not have it.
  package func number(of code: String, in facet: FacetName) -> Int? { numbers[facet]?[code] }

  /// Whether a facet has a code.
  public func contains(_ code: String, in facet: FacetName) -> Bool {
    numbers[facet]?[code] != nil
  }

  /// The codes of a facet, in the order of the table, including those that are only for filters.
  public func codes(of facet: FacetName) -> [String] {
    entries.lazy.filter { $0.facet == facet }.map(\.code)
  }

  /// A code and all narrower codes: those that a filter on the code matches.
  ///
  /// The code itself comes first; the list is empty if the facet does not have it.
  public func descendants(of code: String, in facet: FacetName) -> [String] {
    guard contains(code, in: facet) else { return [] }
    var found = [code]
    var next = 0
    while next < found.count {
      found += entries.lazy.filter { $0.facet == facet && $0.parent == found[next] }.map(\.code)
      next += 1
    }
    return found
  }

  /// The codes that a filter on a code matches: all narrower ones and the code itself, even if the
  /// facet does not have it.
  package func codes(matching code: String, in facet: FacetName) -> [String] {
    let known = descendants(of: code, in: facet)
    return known.isEmpty ? [code] : known
  }

  /// The broader codes of a code, the nearest first, without the code itself.
  public func ancestors(of code: String, in facet: FacetName) -> [String] {
    var found: [String] = []
    var parent = entry(code, in: facet)?.parent
    while let code = parent, !found.contains(code) {
      found.append(code)
      parent = entry(code, in: facet)?.parent
    }
    return found
  }
}

extension Vocabulary.Entry {
  init?(row: Table.Row) {
    guard let facet = FacetName(rawValue: row["facet"]) else { return nil }
    self.facet = facet
    code = row["code"]
    parent = row["parent"].isEmpty ? nil : row["parent"]
    isGiven = row["given"] != "no"
    label = row["label"]
    abbreviations = row.list("abbreviations")
    synonyms = row.list("synonyms")
    headings = row.list("mesh")
    meaning = row["meaning"]
  }
}
