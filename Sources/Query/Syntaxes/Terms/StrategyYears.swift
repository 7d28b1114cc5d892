import Literature

/// Reads years of publication.
enum StrategyYears {
  /// The range that a text states: `2010-2020`, `2010/01/01`, `20100101`, `2010 -Current`, `2000-`,
  /// `> 2009`, `until 2009`; `nil` if it states no year, or more than two.
  ///
  /// A year with a month or a day is included, as the rest of 2009 in `after 2009/06`.
  static func range(_ text: String) -> NumberRange? {
    if let years = truncatedYears(text) { return years }
    let text = text.split { $0.isWhitespace || $0 == "\"" }.joined(separator: " ")
    let years = text.split { !$0.isASCII || !$0.isNumber }
      .map { $0.count == 8 ? $0.prefix(4) : $0 }
      .filter { $0.count == 4 && ["10", "18", "19", "20", "30"].contains($0.prefix(2)) }
      .compactMap { Int($0) }
    guard let first = years.min(), years.count < 3 else { return nil }
    let last = years.count > 1 ? years.max() : nil
    // PubMed writes an open range as one from the year 1000, or to the year 3000.
    if first == 1000 { return last.flatMap { $0 >= 3000 ? nil : NumberRange(to: $0) } }
    let upper = text.uppercased()
    if upper.contains(">") || upper.contains("AFT") {
      return NumberRange(from: hasMonths(text) ? first : first + 1)
    }
    if upper.contains("<") || upper.contains("BEF") {
      return NumberRange(to: hasMonths(text) ? first : first - 1)
    }
    if let last { return NumberRange(from: first, to: last >= 3000 ? nil : last) }
    if text.contains(Self.untilNow) { return NumberRange(from: first) }
    if text.contains(Self.openStart) { return NumberRange(to: first) }
    if text.contains(Self.openEnd) { return NumberRange(from: first) }
    return NumberRange(from: first, to: first)
  }

  /// The years that begin with the digits before a wildcard: 2010 to 2019 for `201*`.
  private static func truncatedYears(_ text: String) -> NumberRange? {
    guard let match = text.wholeMatch(of: truncated), let digits = Int(match.1) else { return nil }
    let count = match.1.count == 3 ? 10 : 100
    return NumberRange(from: digits * count, to: digits * count + count - 1)
  }

  /// Whether a number alone is probably a year, not a count.
  static func isYear(_ number: some StringProtocol) -> Bool {
    number.count == 4 && Int(number).map { (1900...2099).contains($0) } == true
  }

  /// A filter for the years of a date.
  ///
  /// Years that include days outside the date are noted. They are joined to a part without an
  /// equivalent, so that NOT does not exclude them.
  ///
  /// - Parameter note: adds a note.
  static func node(
    _ ranges: [NumberRange], of date: String, note: (String) -> Void
  ) -> StrategyNode {
    guard areWider(ranges, than: date) else { return .years(ranges) }
    note(StrategyNote.wholeYears(date, ranges))
    return .and([.years(ranges), .unsupported("")])
  }

  /// Whether the years of a date include days outside it: 2010 for `2010/06:2010/07`.
  ///
  /// - Parameters:
  ///   - ranges: the years that were read from the date.
  ///   - date: the date, or a list of dates that are separated by “or”.
  static func areWider(_ ranges: [NumberRange], than date: String) -> Bool {
    let parts = parts(date)
    guard parts.count > 1 else { return ranges.contains { isWider($0, than: date) } }
    return parts.contains { part in range(part).map { isWider($0, than: part) } ?? false }
  }

  private static func isWider(_ range: NumberRange, than date: String) -> Bool {
    if date.contains(Self.month) { return true }
    let days = days(date)
    if range.lower != nil, let first = days.first, first.month ?? 1 != 1 || first.day ?? 1 != 1 {
      return true
    }
    guard range.upper != nil, let last = days.last else { return false }
    return last.month ?? 12 != 12 || last.day ?? 31 != 31
  }

  private static func hasMonths(_ date: String) -> Bool {
    date.contains(Self.month) || days(date).contains { $0.month != nil }
  }

  /// The months and days of the dates in a text, as far as it states them.
  private static func days(_ date: String) -> [(month: Int?, day: Int?)] {
    date.matches(of: Self.day).map { match in
      (
        month: (match.output.2 ?? match.output.4).flatMap { Int($0) },
        day: (match.output.3 ?? match.output.5).flatMap { Int($0) }
      )
    }
  }

  /// The ranges of a list in which years are separated by “or”; `nil` if one of them states none.
  static func ranges(_ text: String) -> [NumberRange]? {
    let parts = parts(text)
    let ranges = parts.compactMap(range)
    return ranges.isEmpty || ranges.count < parts.count ? nil : joined(ranges)
  }

  /// The dates of a list.
  private static func parts(_ text: String) -> [String] {
    text.replacing(Self.alternatives, with: ";").split(separator: ";").map(String.init)
  }

  /// The same years in as few ranges as possible: 2010, 2011 and 2012 are 2010 to 2012.
  static func joined(_ ranges: [NumberRange]) -> [NumberRange] {
    var joined: [NumberRange] = []
    for range in ranges.sorted(by: { $0.lower ?? .min < $1.lower ?? .min }) {
      guard let last = joined.last, let upper = last.upper, let lower = range.lower else {
        // An open end includes whatever begins later.
        if joined.last == nil || joined.last?.upper != nil { joined.append(range) }
        continue
      }
      if lower > upper + 1 {
        joined.append(range)
      } else {
        joined[joined.count - 1].upper = range.upper.map { max($0, upper) }
      }
    }
    return joined
  }

  // MARK: Patterns

  private static let alternatives = SharedRegex(#/(?i)\s+or\s+|\|/#)
  /// The beginning of a year with a wildcard, perhaps with the tag of PubMed: `201*`, `19$`.
  private static let truncated =
    SharedRegex(#/[\s("]*((?:1[89]|20)\d?)[*$?#]{1,2}[\s)"]*(?:\[[^\]]*\])?/#)
  private static let untilNow =
    SharedRegex(#/(?i)current|present|\b(?:now|today|to date|onwards?|since)\b/#)
  /// A range without a first year: `-2009`, `yr="-2009"`, `PY=(-2009)`, `until 2009`.
  private static let openStart =
    SharedRegex(#/(?i)(?:^|[=:(]) ?- ?\d|\b(?:inception|until|till|up to|through)\b/#)
  /// A range without a last year: `2000-`, `from 2000`.
  private static let openEnd = SharedRegex(#/(?i)-$|\bfrom\b/#)
  /// A year with a month, and perhaps a day: `2010/06`, `2010-6-15`, `20100615`.
  private static let day =
    SharedRegex(
      #/\b((?:00|10|18|19|20|30)\d{2})(?:[\/-](\d{1,2})(?:[\/-](\d{1,2}))?|(\d{2})(\d{2}))?\b/#)
  private static let month =
    SharedRegex(
      #/(?i)\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/#
    )
}
