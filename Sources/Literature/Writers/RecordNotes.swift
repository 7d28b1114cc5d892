/// The notes of a record: what people and databases wrote, without what other fields of the record
/// say and exports write into notes.
package enum RecordNotes {
  /// Labels of identifiers, which exports write into notes because programs look for them there.
  private static let labels: Set<Substring> = ["PMID", "PMCID", "DOI"]
  /// The label of accession numbers, for which most formats have no field.
  private static let accessionLabel = "Accession number: "

  /// An accession number as a note: "Accession number: CINAHL 109000001".
  static func accession(_ value: String) -> String { accessionLabel + value }

  /// The accession numbers in a note.
  package static func accessions(in note: String) -> [String] {
    note.split(whereSeparator: \.isNewline).filter { $0.hasPrefix(accessionLabel) }
      .map { String($0.dropFirst(accessionLabel.count)) }
  }

  /// The notes without lines that are only identifiers, accession numbers or facets: "PMID: 7",
  /// "Facets: method qualitative".
  package static func own(_ notes: [String]) -> [String] {
    var own: [String] = []
    for note in notes {
      let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
      let kept = lines.filter {
        !isIdentifier($0) && !FacetKeywords.isNote($0) && !$0.hasPrefix(accessionLabel)
      }
      let text = kept.joined(separator: "\n").trimmed
      if !text.isEmpty, !own.contains(text) { own.append(text) }
    }
    return own
  }

  /// Whether a line is one or more identifiers with their labels: "PMID: 7; PMCID: PMC8".
  private static func isIdentifier(_ line: Substring) -> Bool {
    let parts = line.split(separator: ";")
    return !parts.isEmpty
      && parts.allSatisfy { part in
        let pair = part.split(separator: ":", maxSplits: 1)
        return pair.count == 2 && labels.contains(pair[0].trimmed[...])
          && !pair[1].trimmed.contains { $0.isWhitespace }
      }
  }
}
