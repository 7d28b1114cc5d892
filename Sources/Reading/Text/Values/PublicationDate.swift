import Literature

/// Years in prose and on labels.
enum PublicationDate {
  /// The last year from 1800 to 2099 that is a separate number in a text.
  static func year(in text: some StringProtocol) -> Int? {
    text.split { !$0.isASCIIDigit }.last { $0.count == 4 && "12".contains($0.first ?? "0") }
      .flatMap { Int($0) }.flatMap { (1800...2099).contains($0) ? $0 : nil }
  }

  /// The year at the beginning of a record's date, otherwise the first year in it: "2000 Jul",
  /// "1948/07//", "Summer 2000", "1999.0".
  static func firstYear(in text: some StringProtocol) -> Int? {
    var year = 0
    var count = 0
    func isYear() -> Bool { (count == 4 || count == 8) && (1000...2099).contains(year) }
    for byte in text.utf8 {
      if byte.isDigit {
        if count < 4 { year = year * 10 + Int(byte - 0x30) }
        count += 1
      } else {
        if isYear() { return year }
        year = 0
        count = 0
      }
    }
    return isYear() ? year : nil
  }

  /// The names of months, in full and abbreviated, and of seasons.
  static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "sept",
    "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december", "spring", "summer", "autumn", "fall", "winter",
  ]

  /// Whether a text consists only of a date: "17 October 2023", "(2023)", "2024-09-11".
  static func isDate(_ text: some StringProtocol) -> Bool {
    guard text.utf8.count <= 40, year(in: text) != nil else { return false }
    return text.lowercased().split { !$0.isLetter && !$0.isNumber }.allSatisfy { word in
      word.allSatisfy(\.isASCIIDigit) || months.contains(String(word))
        || ["st", "nd", "rd", "th"].contains(word.drop { $0.isASCIIDigit })
    }
  }
}
