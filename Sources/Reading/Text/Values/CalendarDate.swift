import Literature

/// A date of publication, as precise as the record gives it: a year, a month or a day.
///
///     CalendarDate("2019 Mar 5")   // PubMed
///     CalendarDate("2019/03/05/")  // RIS
///     CalendarDate("2019-03")      // CSL, BibLaTeX
///     CalendarDate("5 March 2019")
package struct CalendarDate: Sendable, Equatable {
  /// 1000 to 2099.
  package let year: Int
  /// 1 to 12.
  package let month: Int?
  /// 1 to 31; only with a month.
  package let day: Int?

  /// Reads a date; `nil` if it has no year.
  ///
  /// Seasons and times of day are ignored, and a range counts as its first date.
  package init?(_ text: some StringProtocol) {
    let text = TimeOfDay.removed(from: text)
    guard let year = PublicationDate.firstYear(in: text) else { return nil }
    let words = text.split { !$0.isLetter && !$0.isASCIIDigit }
    var month: Int?
    var day: Int?
    if let index = words.firstIndex(where: { Self.month($0) != nil }) {
      month = Self.month(words[index])
      let after = index + 1 < words.count ? Self.day(words[index + 1]) : nil
      day = Self.day(endingAt: words[..<index], of: text) ?? after
    } else if let first = words.first, first.count == 4, Int(first) == year, words.count > 1 {
      month = Int(words[1]).flatMap { (1...12).contains($0) && words[1].count <= 2 ? $0 : nil }
      if month != nil, words.count > 2 { day = Self.day(words[2]) }
    } else if let first = words.first, first.count == 8, let number = Int(first) {
      month = (1...12).contains(number / 100 % 100) ? number / 100 % 100 : nil
      day = month == nil || !(1...31).contains(number % 100) ? nil : number % 100
    }
    self.init(year: year, month: month, day: day)
  }

  /// Creates a date from its parts; a day without a month is dropped.
  package init(year: Int, month: Int?, day: Int?) {
    self.year = year
    self.month = month.flatMap { (1...12).contains($0) ? $0 : nil }
    self.day = self.month == nil ? nil : day.flatMap { (1...31).contains($0) ? $0 : nil }
  }

  /// The date as in ISO 8601, as precise as it is: "2019", "2019-03", "2019-03-05".
  package var text: String {
    [month, day].compactMap(\.self).reduce("\(year)") { $0 + "-" + $1.zeroPadded(to: 2) }
  }

  /// A date of access as in ISO 8601, from one as a source writes it; `nil` before the web.
  static func accessed(_ text: String) -> String? {
    CalendarDate(text).flatMap { $0.year >= 1990 ? $0.text : nil }
  }

  /// The month that a word or number names: "mar", "March", "3".
  static func month(named text: some StringProtocol) -> Int? {
    month(text.lowercased()[...])
      ?? Int(text.trimmed).flatMap { (1...12).contains($0) ? $0 : nil }
  }

  private static func month(_ word: Substring) -> Int? {
    guard word.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 } ?? (word == "sept" ? 9 : nil)
  }

  /// The day before a month, the first one of a range: 4 for "4-6 June", "4 to 6 June".
  ///
  /// - Parameters:
  ///   - words: the words of the text before the month.
  private static func day(endingAt words: ArraySlice<Substring>, of text: String) -> Int? {
    // "12th of June"
    let words = words.last == "of" ? words.dropLast() : words
    guard let last = words.last, let day = day(last) else { return nil }
    let before = words.dropLast()
    guard let previous = before.last else { return day }
    let first: Substring?
    if ["to", "and"].contains(previous) {
      first = before.dropLast().last
    } else {
      let gap = text[previous.endIndex..<last.startIndex].trimmed
      first = ["-", "‑", "–", "—", "/", "&"].contains(gap) ? previous : nil
    }
    return first.flatMap { Self.day($0) }.flatMap { $0 < day ? $0 : nil } ?? day
  }

  private static func day(_ word: Substring) -> Int? {
    let digits = word.prefix(while: \.isASCIIDigit)
    guard (1...2).contains(digits.count),
      ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count))
    else { return nil }
    return Int(digits).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
