import Literature

extension BibliographicRecord {
  /// Sets year, month and day from a date as a source writes it.
  package mutating func setDate(_ text: String?) {
    guard let text, let date = CalendarDate(text) else { return }
    year = year ?? date.year
    guard year == date.year, let month = date.month else { return }
    imprint.month = imprint.month ?? month
    if imprint.month == month { imprint.day = imprint.day ?? date.day }
  }

  /// Sets the date of access from one as a source writes it.
  package mutating func setAccessed(_ text: String?) {
    if let date = text.flatMap(CalendarDate.accessed) { imprint.accessed = date }
  }

  /// Sets month and day from a date without its year, as EndNote stores it: "Mar 14".
  package mutating func setDayOfYear(_ text: String?) {
    guard let text, let year, PublicationDate.firstYear(in: text) == nil else { return }
    setDate("\(year) \(text)")
  }

  /// Sets the edition, unless it is a date: EndNote stores the date of publication ahead of print
  /// there.
  package mutating func setEdition(_ text: String?) {
    guard let text, PublicationDate.firstYear(in: text) == nil else { return }
    imprint.edition = text
  }
}
