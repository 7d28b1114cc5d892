import Literature

/// Reads the limits, expanders and time spans that platforms write around a query.
struct StrategyLimits {
  /// The remaining query, as a range of the text.
  private(set) var range: Range<Int>
  /// The years that documents are limited to.
  private(set) var years: [NumberRange] = []
  /// The line that is limited, if the text is a command such as `limit 5 to …`.
  private(set) var limitedLine: Int?
  /// Whether something that limits the documents was left out.
  private(set) var isWider = false
  /// Notes on what has no counterpart, one sentence each.
  private(set) var notes: [String] = []

  /// Reads the limits in a part of a text.
  init(_ text: [Unicode.Scalar], _ range: Range<Int>, syntax: QuerySyntax) {
    self.range = range
    let line = String(scalars: text[range])
    if syntax == .ovid, command(line) { return }
    cut(
      line,
      at:
        /(?i)\s*\b(Limiters|Expanders|Search modes?|Narrow by \w+|Interface)\s*-\s|\s\b(Rerun|View Results|View Details)\b/,
      .ebsco, syntax)
    cut(
      line, at: /(?i)\s*\b(Indexes|Timespan|DocType|Databases?)\s*[=:]|\s*\bRefined by:/, .wos,
      syntax)
    cut(line, at: /\s*\b(Sort by|Filters):/, .pubmed, syntax)
    if syntax == .pubmed, let search = line.firstMatch(of: /^Search:?\s+/) {
      self.range = range.lowerBound + search.output.unicodeScalars.count..<self.range.upperBound
    }
  }

  /// Removes the text after a marker, if the platform uses it.
  private mutating func cut<Output>(
    _ line: String, at sign: Regex<Output>, _ platform: QuerySyntax, _ syntax: QuerySyntax
  ) {
    guard syntax == platform, let match = try? sign.firstMatch(in: line) else { return }
    let rest = String(line[match.range.lowerBound...])
    let offset = line[..<match.range.lowerBound].unicodeScalars.count
    range = range.lowerBound..<range.lowerBound + offset
    let items = rest.replacing(Self.setting) { ";\($0.output.0)" }
    limits(items.split { $0 == ";" || $0.isNewline || $0 == "\t" }.map(String.init))
  }

  /// What EBSCOhost writes after a search, apart from limits: the interface and its buttons.
  private static var setting: Regex<(Substring, Substring)> {
    /(?i)(Expanders\s*-\s|Search modes?\s*-\s|Interface\s*-\s|Rerun\b|View Results|View Details|Edit\b)/
  }

  // MARK: Ovid's commands

  /// Reads `limit 5 to …` or `remove duplicates from 5`.
  private mutating func command(_ line: String) -> Bool {
    if let match = line.firstMatch(of: /^(?i)remove duplicates from (\d+)\s*$/) {
      limitedLine = Int(match.1)
      notes.append("“\(line)” has no counterpart: duplicates are merged when they are indexed.")
      return limitedLine != nil
    }
    if let match = line.firstMatch(of: /^(?i)from\s+(\d+)\s+keep\s+[\d\s,-]+$/) {
      limitedLine = Int(match.1)
      isWider = true
      notes.append(
        "“\(line)” selects records by hand and has no counterpart; line \(match.1) is read as a whole."
      )
      return limitedLine != nil
    }
    guard let match = line.firstMatch(of: /^(?i)limit\s+(\d+)\s+to\s+(.+)$/),
      let number = Int(match.1)
    else { return false }
    limitedLine = number
    let list = match.2.drop { $0 == "(" }
    let items = list.hasSuffix(")") ? list.dropLast() : list
    limits(
      String(items).replacing(/(?i)\s+and\s+/, with: ";").split(separator: ";").map(String.init))
    return true
  }

  /// Reads limits; only years have a counterpart.
  private mutating func limits(_ items: [String]) {
    for item in items {
      var item = item.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if item.hasSuffix(")"), item.count(where: { $0 == ")" }) > item.count(where: { $0 == "(" }) {
        item.removeLast()
      }
      let isSetting = Self.settings.contains { item.lowercased().hasPrefix($0) }
      if item.isEmpty || isSetting { continue }
      let isDate = item.contains(/(?i)\b(yr|year|date|timespan|publication)/)
      if isDate, let ranges = StrategyYears.ranges(Self.years(item)) {
        years = ranges
      } else {
        isWider = true
        notes.append("“\(item)” has no counterpart and was left out.")
      }
    }
  }

  /// The beginnings of items that do not limit a search.
  private static let settings = [
    "search mode", "sort by", "interface -", "rerun", "view results", "view details", "edit",
  ]

  /// Shortens dates such as 20100101-20201231 in a text to their years.
  private static func years(_ item: String) -> String {
    item.replacing(/\b((?:19|20)\d{2})\d{4}\b/) { String($0.1) }
  }
}
