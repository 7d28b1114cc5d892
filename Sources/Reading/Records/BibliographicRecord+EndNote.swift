import Literature

extension BibliographicRecord {
  /// Sets the venue of a record of EndNote, in its XML and in its tagged format.
  ///
  /// - Parameters:
  ///   - container: the journal, the book or the conference.
  ///   - custom3: Custom 3, in which conference papers have their proceedings; it may also be a list
  ///     of numbers.
  ///   - type: the type of reference.
  mutating func setVenue(_ container: String?, custom3: String?, of type: String?) {
    let isPaper = type.flatMap { ReferenceTypes.code($0, in: .csl) } == "paper-conference"
    guard isPaper, let custom3, !DatabaseNumbers.matches(custom3) else {
      venue = container
      return
    }
    setVenue(proceedings: custom3, conference: container)
  }
}
