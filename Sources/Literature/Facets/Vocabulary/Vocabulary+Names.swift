extension Vocabulary {
  /// The codes that a name means: a code itself, a label, an abbreviation, a synonym or a heading
  /// of the table (`rct`, `HCV`, `schizophrenia`); empty for an unknown name.
  ///
  /// Case, spaces, underscores, hyphens and British or American spelling of “randomised” do not
  /// matter. If several codes have the same name, it means the first one in the table.
  public func codes(named name: String, in facet: FacetName) -> [String] {
    let key = Self.nameKey(name)
    if let codes = Self.everydayNames[facet]?[key] { return codes }
    let names: [(Entry) -> [String]] = [
      { [$0.code, $0.label] }, \.abbreviations, \.synonyms, \.headings,
    ]
    for list in names {
      let entry = entries.first { entry in
        entry.facet == facet && list(entry).contains { Self.nameKey($0) == key }
      }
      if let entry { return [entry.code] }
    }
    return []
  }

  /// Names that people type but that are not in the table, because they are too broad for assigning
  /// a code to a record.
  private static let everydayNames: [FacetName: [String: [String]]] = [
    .method: [
      "trial": ["randomised-trial", "non-randomised-trial"],
      "trials": ["randomised-trial", "non-randomised-trial"],
      "interviews": ["qualitative"], "survey": ["cross-sectional"],
      "reviews": ["review"], "guideline": ["report"],
    ],
    .setting: ["inpatient": ["hospital-inpatient"], "outpatient": ["outpatient-clinic"]],
    .condition: ["addiction": ["substance-use"], "drugs": ["substance-use"]],
  ]

  /// A name in the form in which names are compared.
  static func nameKey(_ text: String) -> String {
    text.lowercased().split { " _-/".contains($0) }.joined(separator: "-")
      .replacing("randomiz", with: "randomis")
  }
}
