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
        let isMetadata = take(label, &document)
        isPlain[index] = isMetadata && label.field == .date
        isTaken[index] = isMetadata && label.field != .date
      } else if line.hasPrefix("https://doi.org/"), !line.contains(" ") {
        add(Identifier(.doi, parsing: String(line)), &document)
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

  /// Takes the value of a label, and returns whether the line was metadata.
  private func take(_ label: PageLabel, _ document: inout Document) -> Bool {
    let value = String(label.value)
    switch label.field {
    case .date:
      guard let year = PublicationDate.year(in: value) else { return false }
      if document.year == nil { document.set(\.year, .year, year, origin: .extracted) }
    case .doi: add(Identifier(.doi, parsing: value), &document)
    case .pmid: add(Identifier(.pmid, parsing: value), &document)
    case .pmcid: add(Identifier(.pmcid, parsing: value), &document)
    case .isbn: add(Identifier(.isbn, parsing: value), &document)
    case .venue where label.strength > 0:
      document.set(\.venue, .venue, value, origin: .extracted)
    case .keywords where label.strength > 0:
      document.set(
        \.keywords, .keywords,
        value.parts { ";,".contains($0) },
        origin: .extracted)
      return false
    default: return false
    }
    return true
  }

  private func add(_ identifier: Identifier?, _ document: inout Document) {
    guard let identifier, !document.identifiers.contains(identifier) else { return }
    document.set(
      \.identifiers, .identifiers, document.identifiers + [identifier], origin: .extracted)
  }
}
