import Literature

extension RISSyntax {
  /// Adds the numbers of the record in databases: `AN` with the database in `DB`, `ID` of PsycInfo
  /// from Ovid, `U2` of Embase, `UT` of Web of Science, and the number in Scopus's web address.
  ///
  /// The number of a record of PubMed or MEDLINE is its PMID.
  static func addAccessions(
    _ record: inout TaggedRecord, _ links: [String], _ reference: inout BibliographicRecord
  ) {
    let database = record.first("DB")
    let accession = record.first("AN")
    let name = (database ?? "").lowercased()
    if let accession, name.contains("pubmed") || name.contains("medline") {
      reference.add(.pmid, accession)
    }
    reference.addAccessions(accession ?? numberInNote(&record), of: database)
    if accession == nil, let number = record.first("ID"), AccessionNumber.isOfPsycInfo(number) {
      reference.addAccessions(number, of: database)
    }
    reference.addAccessions(record.first("UT"))
    reference.addAccessions(embaseNumber(&record), of: "Embase")
    for link in links where link.holds("scopus.com") {
      let eid = link.split { "?&".contains($0) }.first { $0.hasPrefix("eid=2-s2.0-") }
      reference.addAccessions(eid.map { String($0.dropFirst(4)) })
    }
  }

  /// The number in a note of EBSCOhost: "Accession Number: 109000001. Language: English."
  private static func numberInNote(_ record: inout TaggedRecord) -> String? {
    let label = "Accession Number: "
    let note = record.values("N1").first { $0.hasPrefix(label) }
    return note.map { String($0.dropFirst(label.count).prefix { !".; ".contains($0) }) }
  }

  /// The number of a record of Embase, in a field that other programs use for other texts.
  static func embaseNumber(_ record: inout TaggedRecord) -> String? {
    record.first("U2").flatMap { AccessionNumber.isOfEmbase($0) ? $0 : nil }
  }

  /// Whether the record is from Scopus, which has the PMID in a field for any text.
  static func isOfScopus(_ record: inout TaggedRecord, _ links: [String]) -> Bool {
    record.first("DB")?.lowercased().contains("scopus") ?? false
      || links.contains { $0.holds("scopus.com") }
  }

  /// Adds an identifier with its kind after it, as Dimensions and Covidence write it: "35957633
  /// [PMID]".
  static func addLabelled(_ number: String, _ reference: inout BibliographicRecord) {
    switch label(of: number) {
    case "[pmid]": reference.add(.pmid, String(number.dropLast(6)))
    case "[pmcid]": reference.add(.pmcid, String(number.dropLast(7)))
    default: break
    }
  }

  /// Whether a number has its kind after it.
  static func isLabelled(_ number: String) -> Bool {
    ["[pmid]", "[pmcid]"].contains(label(of: number))
  }

  private static func label(of number: String) -> String {
    number.last == "]" ? number.drop { $0 != "[" }.lowercased() : ""
  }
}
