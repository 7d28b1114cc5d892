import Literature

/// The numbers that EndNote keeps for a record, in its XML and in its tagged format.
struct EndNoteNumbers {
  /// The number of the record in a database.
  var accession: String?
  /// The name of the database.
  var database: String?
  /// The provider of the database: "NLM".
  var provider: String?
  /// Custom 2, which may be a PMCID.
  var custom2: String?
  /// Custom 3, which may be a list of numbers: "PUBMED 12625150,EMBASE 36231497".
  var custom3: String?
  /// Custom 5, which may be a PMID.
  var custom5: String?
}

extension BibliographicRecord {
  /// Adds the numbers of the record in databases; the URL must be known.
  ///
  /// An accession number is a PMID if the database, its provider or the URL shows it, and if it is a
  /// plain number.
  mutating func addNumbers(_ numbers: EndNoteNumbers) {
    if let custom = numbers.custom2, custom.uppercased().hasPrefix("PMC") { add(.pmcid, custom) }
    if let list = numbers.custom3 { add(.pmid, DatabaseNumbers.pmid(in: list)) }
    if !hasPMID, let number = numbers.custom5 { add(.pmid, DatabaseNumbers.pmid(alone: number)) }
    let source = [numbers.provider, numbers.database].joinedNonNil(separator: " ").lowercased()
    let isPubMed = ["nlm", "pubmed", "medline"].contains { source.contains($0) }
    if !hasPMID, let accession = numbers.accession,
      isPubMed || url?.contains("ncbi.nlm.nih.gov") == true,
      accession.allSatisfy(\.isASCIIDigit)
    {
      add(.pmid, accession)
    }
    addAccessions(numbers.accession, of: numbers.database)
  }

  private var hasPMID: Bool { identifiers.contains { $0.scheme == .pmid } }
}
