import Literature

/// Forms that mean the same, or nearly so: any of them in a query also finds the others.
public struct SynonymGroup: Sendable, Equatable, Codable {
  /// The forms as written, each of one or more words.
  public var forms: [String]
  /// The weight of a form that was not typed, relative to the one that was, 0 to 1.
  public var weight: Double
  /// Where the group is from: MeSH headings, `in-house`, or `your own`.
  public var source: String

  /// Creates a group.
  public init(forms: [String], weight: Double, source: String) {
    self.forms = forms
    self.weight = weight
    self.source = source
  }

  /// Creates a group of a user.
  public init(ofUser forms: [String]) {
    self.init(forms: forms, weight: 0.7, source: "your own")
  }

  /// The groups of the table `synonyms.tsv`.
  public static let standard: [SynonymGroup] = Table(named: "synonyms.tsv").rows.compactMap { row in
    Double(row["weight"]).map {
      SynonymGroup(forms: row.list("forms"), weight: $0, source: row["source"])
    }
  }
}
