/// Reads years of publication.
enum StrategyYears {
  /// The range that a text states: `2010-2020`, `2010/01/01`, `2010 -Current`, `> 2009`; `nil` if
  /// it states no year.
  static func range(_ text: String) -> NumberRange? {
    let years = text.split { !$0.isASCII || !$0.isNumber }
      .filter { $0.count == 4 && ["18", "19", "20", "30"].contains($0.prefix(2)) }
      .compactMap { Int($0) }
    guard let first = years.min() else { return nil }
    let last = years.count > 1 ? years.max() : nil
    let upper = text.uppercased()
    if upper.contains(">") || upper.contains("AFT") { return NumberRange(from: first + 1) }
    if upper.contains("<") || upper.contains("BEF") { return NumberRange(to: first - 1) }
    if let last { return NumberRange(from: first, to: last >= 3000 ? nil : last) }
    if upper.contains("CURRENT") || upper.contains("PRESENT") || text.hasSuffix("-") {
      return NumberRange(from: first)
    }
    return NumberRange(from: first, to: first)
  }
}
