import Literature

/// Reads years of publication.
enum StrategyYears {
  /// The range that a text states: `2010-2020`, `2010/01/01`, `2010 -Current`, `2000-`, `> 2009`;
  /// `nil` if it states no year, or more than two.
  static func range(_ text: String) -> NumberRange? {
    let text = text.split { $0.isWhitespace || $0 == "\"" }.joined(separator: " ")
    let years = text.split { !$0.isASCII || !$0.isNumber }
      .filter { $0.count == 4 && ["10", "18", "19", "20", "30"].contains($0.prefix(2)) }
      .compactMap { Int($0) }
    guard let first = years.min(), years.count < 3 else { return nil }
    let last = years.count > 1 ? years.max() : nil
    // PubMed writes an open range as one from the year 1000, or to the year 3000.
    if first == 1000 { return last.flatMap { $0 >= 3000 ? nil : NumberRange(to: $0) } }
    let upper = text.uppercased()
    if upper.contains(">") || upper.contains("AFT") { return NumberRange(from: first + 1) }
    if upper.contains("<") || upper.contains("BEF") { return NumberRange(to: first - 1) }
    if let last { return NumberRange(from: first, to: last >= 3000 ? nil : last) }
    if upper.contains("CURRENT") || upper.contains("PRESENT") || text.hasSuffix("-") {
      return NumberRange(from: first)
    }
    if text.hasPrefix("-") { return NumberRange(to: first) }
    return NumberRange(from: first, to: first)
  }

  /// The ranges of a list in which years are separated by “or”; `nil` if one of them states none.
  static func ranges(_ text: String) -> [NumberRange]? {
    let parts = text.replacing(Self.alternatives, with: ";").split(separator: ";")
    let ranges = parts.compactMap { range(String($0)) }
    return ranges.isEmpty || ranges.count < parts.count ? nil : joined(ranges)
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
}
