import Literature

/// Dates, identifiers and other labelled fields.
extension FreeText {
  /// Takes dates and identifiers that are on separate lines at the beginning, or labelled as the
  /// work's.
  ///
  /// Dates stay in the text, because only their years are stored.
  mutating func takeImprint(_ document: inout Document) {
    for index in head where !isTaken[index] {
      let line = lines[index].text
      if PublicationDate.isDate(line) {
        if document.year == nil {
          document.set(
            \.year, .year, PublicationDate.year(in: line), origin: .extracted)
        }
        isPlain[index] = true
      } else if let label = PageLabel(line), !label.value.isEmpty {
        let isMetadata = ![.author, .title].contains(label.field) && document.take(label)
        isPlain[index] = isMetadata && label.field == .date
        isTaken[index] = isMetadata && label.field != .date
      } else if line.hasPrefix("https://doi.org/"), !line.contains(" ") {
        document.add(Identifier(.doi, parsing: String(line)))
        isTaken[index] = true
      }
    }
  }

  /// Whether a line is a date, with or without a label.
  static func isDated(_ line: Substring) -> Bool {
    if PublicationDate.isDate(line) { return true }
    guard let label = PageLabel(line), label.field == .date else { return false }
    return PublicationDate.year(in: label.value) != nil
  }
}
