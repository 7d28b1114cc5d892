import Literature

/// Reads the limits, expanders and time spans that platforms write around a query.
struct StrategyLimits {
  /// The remaining query, as a range of the text.
  private(set) var range: Range<Int>
  /// The years that documents are limited to: any of each group.
  var years: [[NumberRange]] = []
  /// The publication types that documents are limited to: any of each group.
  var types: [[String]] = []
  /// The years and publication types of documents that are excluded.
  var excluded: [StrategyNode] = []
  /// The line that is limited, if the text is a command such as `limit 5 to …`.
  var limitedLine: Int?
  /// How words side by side are joined, if the search mode of EBSCOhost says so; `nil` for a phrase.
  var joiner: BooleanOperator?
  /// Whether something that limits the documents was left out.
  var isWider = false
  /// Notes on the parts that have no equivalent, one sentence each.
  var notes: [String] = []
  let syntax: QuerySyntax

  /// Reads the limits in a part of a text; past the reading deadline, the list may be incomplete.
  init(_ text: [Unicode.Scalar], _ range: Range<Int>, syntax: QuerySyntax) {
    self.range = range
    self.syntax = syntax
    let line = String(scalars: text[range])
    // A command may be wrapped.
    if syntax == .ovid, command(String(scalars: StrategyText.withoutBreaks(text[range]))) {
      return
    }
    if syntax == .ovid, let query = limitsInBrackets(line) {
      self.range = range.lowerBound..<range.lowerBound + query.unicodeScalars.count
    }
    cut(line, at: Self.ebsco, .ebsco)
    cut(line, at: Self.wos, .wos)
    cut(line, at: PubMedFilters.start, .pubmed)
    if syntax == .pubmed, let search = line.prefixMatch(of: Self.search) {
      self.range = range.lowerBound + search.output.unicodeScalars.count..<self.range.upperBound
    }
  }

  /// Removes the text after a marker, if the platform uses it.
  private mutating func cut<Output>(
    _ line: String, at sign: SharedRegex<Output>, _ platform: QuerySyntax
  ) {
    guard syntax == platform else { return }
    // Nearly all lines have no marker, and patterns are slow.
    let lower = line.lowercased()
    guard Self.markers[platform, default: []].contains(where: { lower.holds($0) }),
      let match = line.firstMatch(of: sign)
    else { return }
    let rest = String(line[match.range.lowerBound...])
    let query = String(PastedCount.withoutSign(line[..<match.range.lowerBound]))
    var offset = query.unicodeScalars.count
    // A hit count may come before the limits.
    if let count = PastedCount(query, syntax: syntax, hasLines: true), count.isCertain {
      offset = count.start
    }
    range = range.lowerBound..<range.lowerBound + offset
    var items = rest.replacing(Self.setting) { ";\($0.output.0)" }
    switch syntax {
    case .wos:
      items = items.replacing(Self.nextRow, with: ");").replacing(Self.wosLabel) { ";\($0.output)" }
    case .pubmed: items = items.replacing(Self.filters, with: ";")
    default: break
    }
    if ReadingDeadline.isOver { return }
    let list = items.split { $0 == ";" || $0.isNewline || $0 == "\t" }.map(String.init)
    limits(syntax == .pubmed ? withoutTypes(list) : list)
  }

  /// Words in lower case; each marker of a platform contains one of them.
  private static let markers: [QuerySyntax: [StaticString]] = [
    .ebsco: [
      "limiters", "expanders", "search mode", "narrow by", "interface", "rerun", "view results",
      "view details",
    ],
    .wos: ["indexes", "timespan", "doctype", "database", "refined by:"],
    .pubmed: ["sort by:", "filters:", "filters activated:", "filters applied:", "schema:"],
  ]

  /// The labels of what platforms write after a search: limits, order, interface, buttons.
  private static let setting =
    SharedRegex(
      #/(?i)(Limiters\s*-\s|Expanders\s*-\s|Search modes?\s*-\s|Interface\s*-\s|Search Screen\s*-\s|Database\s*-\s|Rerun\b|View Results|View Details|Edit\b|Sort by:)/#
    )
  /// The labels that Web of Science writes after a search, except for those in the lists of
  /// “Refined by”.
  private static let wosLabel =
    SharedRegex(
      #/(?i)\b(?:Timespan|Indexes|DocType|Languages?|Search language|Databases?)\s*=|\b(?:Timespan|Indexes|Refined by|Databases?(?!\s*:\s*\())\s*:/#
    )

  // MARK: Patterns

  private static let ebsco =
    SharedRegex(
      #/(?i)\b(Limiters|Expanders|Search modes?|Narrow by \w+:?|Interface)\s*-\s|\s\b(Rerun|View Results|View Details)\b/#
    )
  private static let wos =
    SharedRegex(#/(?i)\b(Indexes|Timespan|DocType|Databases?)\s*[=:]|\bRefined by:/#)
  private static let search = SharedRegex(#/^(?:Add\s+)?Search:?\s+/#)
  private static let nextRow = SharedRegex(#/\)\s+AND\s+/#)
  private static let filters = SharedRegex(#/Filters(?:\s+(?:activated|applied))?:\s*|,/#)
}
