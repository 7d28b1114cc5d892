import Literature

extension RISSyntax {
  /// Adds the numbers that CENTRAL writes for records of other databases ("PUBMED 27618460", "CTgov
  /// NCT01857648"), also in place of authors.
  static func addRegistrations(
    _ record: inout TaggedRecord, _ reference: inout BibliographicRecord
  ) {
    for list in record.values("XR") {
      reference.add(.pmid, DatabaseNumbers.pmid(in: list))
      for part in list.split(whereSeparator: { ",; ".contains($0) }) {
        reference.add(.registry, Identifier.registration(String(part))?.value)
      }
    }
    let numbers = reference.authors.compactMap { Identifier.registration($0)?.value }
    if numbers.isEmpty { return }
    for number in numbers { reference.add(.registry, number) }
    reference.authors.removeAll { Identifier.registration($0) != nil }
  }
}
