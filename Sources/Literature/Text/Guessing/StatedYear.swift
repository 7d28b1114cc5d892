/// Finds the year of a document that is not a record: from its text, otherwise from the file's
/// properties.
///
/// A file created from a template has the template's date, so the properties come last.
enum StatedYear {
  /// The year that a document states: on a line with a date at its beginning, otherwise in its
  /// title.
  ///
  /// - Parameter opening: the first lines of the text; long ones are ignored.
  static func find(title: String, opening: some Sequence<Substring>) -> Int? {
    let lines = opening.filter { $0.utf8.count <= 120 }
    return lines.lazy.compactMap { date(on: $0) }.first ?? year(inTitle: title)
  }

  /// The year at the beginning of a text or in its title.
  static func find(in document: Document) -> Int? {
    let lines = document.text.prefix(3000).split(whereSeparator: \.isNewline).prefix(20)
    return find(title: document.title, opening: lines)
  }

  /// The year in a file's properties, or `nil` if they seem to be those of a template.
  ///
  /// - Parameters:
  ///   - created: the time of creation, beginning with the year.
  ///   - modified: the time of the last change.
  static func ofFile(created: String?, modified: String?) -> Int? {
    // The date of the template that comes with python-docx.
    if let created, created.hasPrefix("2013-12-23T23:15") { return nil }
    let years = [created, modified].map { $0.flatMap { PublicationDate.firstYear(in: $0) } }
    guard let first = years[0] ?? years[1] else { return nil }
    guard let last = years[1] else { return first }
    return (0...1).contains(last - first) ? first : nil
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept",
    "sep", "oct", "nov", "dec", "spring", "summer", "autumn", "winter",
  ]

  private static let labels = [
    "date", "published", "publication date", "issued", "version", "approved", "last updated",
    "updated", "©", "copyright", "(c)", "first published",
  ]

  /// The year on a line with a date: a month and a year, an ISO date, or a label and a year.
  private static func date(on line: Substring) -> Int? {
    let folded = line.lowercased().drop(while: \.isWhitespace)
    let words = folded.split { !$0.isLetter && !$0.isNumber }
    for (index, word) in words.enumerated() where months.contains(String(word)) {
      // "March 2024", "March 4, 2024"
      let after = words[(index + 1)...].prefix(2).drop { $0.count <= 2 }
      if let year = after.first.flatMap({ fourDigits($0) }) { return year }
    }
    if let match = folded.firstMatch(of: /\b((19|20)\d\d)-(0\d|1[0-2])-[0-3]\d\b/) {
      return Int(match.output.1)
    }
    guard
      labels.contains(where: { label in
        folded.hasPrefix(label) && folded.dropFirst(label.count).first?.isLetter != true
      })
    else { return nil }
    return words.lazy.compactMap { fourDigits($0) }.first
  }

  /// The first year in a title, as in that of a plan or an annual report; "since 1970" and "by
  /// 2030" are not.
  private static func year(inTitle title: String) -> Int? {
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
    for (index, word) in words.enumerated() {
      guard let year = fourDigits(word) else { continue }
      let before = index > 0 ? words[index - 1] : ""
      if !["since", "by", "from", "until", "before", "vision", "agenda"].contains(before) {
        return year
      }
    }
    return nil
  }

  private static func fourDigits(_ word: Substring) -> Int? {
    guard word.utf8.count == 4, word.utf8.allSatisfy(\.isDigit), let year = Int(word),
      (1900...2099).contains(year)
    else { return nil }
    return year
  }
}
