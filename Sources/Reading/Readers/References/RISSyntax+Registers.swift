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
        reference.add(.registry, registration(String(part)))
      }
    }
    let numbers = reference.authors.compactMap(registration)
    if numbers.isEmpty { return }
    for number in numbers { reference.add(.registry, number) }
    reference.authors.removeAll { registration($0) != nil }
  }

  /// The number in a register of trials that a text is; `nil` for other text.
  private static func registration(_ text: String) -> String? {
    Identifier.readings(of: text).first { $0.scheme == .registry }?.value
  }
}
