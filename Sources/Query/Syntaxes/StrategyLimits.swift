import Literature

/// Reads the limits, expanders and time spans that platforms write around a query.
struct StrategyLimits {
  /// The remaining query, as a range of the text.
  private(set) var range: Range<Int>
  /// The years that documents are limited to.
  private(set) var years: [NumberRange] = []
  /// The publication types that documents are limited to: any of each group.
  private(set) var types: [[String]] = []
  /// The years and publication types of documents that are excluded.
  private(set) var excluded: [StrategyNode] = []
  /// The line that is limited, if the text is a command such as `limit 5 to …`.
  private(set) var limitedLine: Int?
  /// Whether something that limits the documents was left out.
  private(set) var isWider = false
  /// Notes on what has no equivalent, one sentence each.
  private(set) var notes: [String] = []
  private let syntax: QuerySyntax

  /// Reads the limits in a part of a text; at the deadline for reading, some are missing.
  init(_ text: [Unicode.Scalar], _ range: Range<Int>, syntax: QuerySyntax) {
    self.range = range
    self.syntax = syntax
    let line = String(scalars: text[range])
    // A command may be wrapped.
    if syntax == .ovid, command(String(scalars: StrategyText.withoutBreaks(text[range]))) {
      return
    }
    cut(line, at: Self.ebsco, .ebsco)
    cut(line, at: Self.wos, .wos)
    cut(line, at: Self.pubmed, .pubmed)
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
    let end = line[..<match.range.lowerBound].lastIndex { !$0.isWhitespace }
    let query = end.map { String(line[...$0]) } ?? ""
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

  /// Words of which each marker of a platform has one, in lower case.
  private static let markers: [QuerySyntax: [StaticString]] = [
    .ebsco: [
      "limiters", "expanders", "search mode", "narrow by", "interface", "rerun", "view results",
      "view details",
    ],
    .wos: ["indexes", "timespan", "doctype", "database", "refined by:"],
    .pubmed: ["sort by:", "filters:"],
  ]

  /// The labels of what platforms write after a search: limits, order, interface, buttons.
  private static let setting =
    SharedRegex(
      #/(?i)(Limiters\s*-\s|Expanders\s*-\s|Search modes?\s*-\s|Interface\s*-\s|Search Screen\s*-\s|Database\s*-\s|Rerun\b|View Results|View Details|Edit\b|Sort by:)/#
    )
  /// The same in Web of Science, apart from the lists that “Refined by” has.
  private static let wosLabel =
    SharedRegex(
      #/(?i)\b(?:Timespan|Indexes|DocType|Languages?|Search language|Databases?)\s*=|\b(?:Timespan|Indexes|Refined by|Databases?(?!\s*:\s*\())\s*:/#
    )

  // MARK: PubMed's filters

  /// Reads the publication types among PubMed's filters, which are alternatives; returns the
  /// others.
  ///
  /// If one of them may be a type without an equivalent, the types are not applied, because a
  /// filter without one of its alternatives would exclude what that alternative finds.
  private mutating func withoutTypes(_ items: [String]) -> [String] {
    let names = items.map(\.oneLine)
    let known = names.filter(PublicationTypes.isListed)
    if names.allSatisfy({ known.contains($0) || Self.isNoType($0) }) {
      if !known.isEmpty { types.append(known) }
    } else if !known.isEmpty {
      isWider = true
      notes.append(
        "“\(known.joined(separator: ", "))” and the other publication types were left out, because "
          + "one of these alternatives has no equivalent.")
    }
    return names.filter { !known.contains($0) }
  }

  /// Whether a filter of PubMed is certainly none by publication type: dates, languages, ages,
  /// species, sexes, availability of the text, subsets.
  private static func isNoType(_ name: String) -> Bool {
    name.isEmpty || name.contains(Self.digit) || LanguageName.code(name) != name
      || name.contains(Self.noType)
  }

  // MARK: Ovid's commands

  /// Reads `limit 5 to …` or `remove duplicates from 5`.
  private mutating func command(_ line: String) -> Bool {
    if let match = line.prefixMatch(of: Self.duplicates) {
      limitedLine = Int(match.1)
      notes.append("“\(line)” has no equivalent: duplicates are merged when they are indexed.")
      return limitedLine != nil
    }
    if let match = line.prefixMatch(of: Self.keep) {
      limitedLine = Int(match.1)
      isWider = true
      notes.append(
        "“\(line)” selects single records, which peerlit can't do; all of line \(match.1) is used."
      )
      return limitedLine != nil
    }
    // `..l/ 5 yr=2010` is an older form of `limit 5 to yr=2010`.
    guard let match = line.prefixMatch(of: Self.limit), let number = Int(match.1) else {
      return false
    }
    limitedLine = number
    var stated = match.2
    if stated.hasSuffix("]"), let remark = stated.lastIndex(of: "[") { stated = stated[..<remark] }
    while let last = stated.last, last.isWhitespace || ".;".contains(last) { stated.removeLast() }
    let list = stated.drop { $0 == "(" }
    let isClosed = list.hasSuffix(")") && list.count { $0 == ")" } > list.count { $0 == "(" }
    limits(Self.joinedByAnd(isClosed ? list.dropLast() : list))
    return true
  }

  // MARK: Items

  /// What the items after a label are.
  private enum Label { case limit, expander, database }

  /// Reads limits; only years and some publication types have an equivalent.
  private mutating func limits(_ items: [String]) {
    var label = Label.limit
    for item in items {
      if ReadingDeadline.isOver { return }
      var item = item.oneLine
      if item.hasSuffix(")"), item.count(where: { $0 == ")" }) > item.count(where: { $0 == "(" }) {
        item.removeLast()
      }
      if syntax == .wos, item.hasSuffix(".") { item.removeLast() }
      // A number alone is a hit count.
      if item.isEmpty || item.allSatisfy({ "0123456789,.".contains($0) }) { continue }
      if Self.isSetting(item) {
        label = .limit
        continue
      }
      label = Self.label(of: item) ?? label
      switch label {
      case .limit: read(item)
      // They do not make what is found smaller, so that what remains can be excluded by NOT.
      case .expander: notes.append(StrategyNote.ignored(item))
      case .database: notes.append(StrategyNote.oneDatabase(item))
      }
    }
  }

  /// Reads a limit to years, types or something else, or its exclusion.
  private mutating func read(_ item: String) {
    let isExcluded = item.contains(Self.excluding)
    let stated = isExcluded ? item.replacing(Self.excluding, with: "") : item
    if stated.contains(Self.date), !stated.contains(Self.otherDate),
      let ranges = StrategyYears.ranges(stated)
    {
      let node = StrategyYears.node(ranges, of: stated) { notes.append($0) }
      if isExcluded {
        excluded.append(node)
      } else {
        years = ranges
        isWider = isWider || node != .years(ranges)
      }
    } else if syntax != .pubmed, let names = Self.types(stated, syntax, isExcluded: isExcluded) {
      if isExcluded {
        excluded.append(.or(names.map { .publicationType($0) }))
      } else {
        types.append(names)
      }
    } else {
      isWider = true
      notes.append(
        item.contains(Self.lastDays)
          ? "“\(item)” depends on the day of the search and was left out; limit the years instead."
          : StrategyNote.ignored(item))
    }
  }

  /// The publication types of an item such as `Document Types: (REVIEW OR EDITORIAL)`, if each has
  /// an equivalent; `nil` for other items.
  ///
  /// - Parameter isExcluded: whether some may lack an equivalent, since each is excluded alone.
  private static func types(
    _ item: String, _ syntax: QuerySyntax, isExcluded: Bool
  ) -> [String]? {
    let list = item.trimmingPrefix(Self.typeLabel)
    let hasLabel = list.count < item.count
    let plain = list.split { "()\"".contains($0) }.joined(separator: "")
    // Ovid joins values by “or”; a comma can be part of a name: “clinical trial, all”.
    for separator in syntax == .ovid ? [Self.or, Self.typeSeparator] : [Self.typeSeparator] {
      let names = plain.replacing(separator, with: ";").split(separator: ";")
        .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
      let areTypes = names.allSatisfy { name in
        hasLabel ? isExcluded || PublicationTypes.isKnown(name) : PublicationTypes.isListed(name)
      }
      if areTypes, !names.isEmpty { return names }
    }
    return nil
  }

  /// Whether an item does not limit a search: an order, an interface, a button, all years.
  private static func isSetting(_ item: String) -> Bool {
    let name = item.lowercased()
    return name == "edit" || settings.contains { name.hasPrefix($0) }
      || item.contains(Self.unlimited)
  }

  /// What an item and those after it are; `nil` if it has no label.
  private static func label(of item: String) -> Label? {
    if item.contains(Self.limitLabel) { return .limit }
    if item.contains(Self.expanderLabel) { return .expander }
    return item.contains(Self.databaseLabel) ? .database : nil
  }

  /// The beginnings of items that do not limit a search.
  private static let settings = [
    "search mode", "sort by", "interface -", "search screen", "rerun", "view results",
    "view details", "edit ",
  ]

  // MARK: Patterns

  private static let ebsco =
    SharedRegex(
      #/(?i)\b(Limiters|Expanders|Search modes?|Narrow by \w+:?|Interface)\s*-\s|\s\b(Rerun|View Results|View Details)\b/#
    )
  private static let wos =
    SharedRegex(#/(?i)\b(Indexes|Timespan|DocType|Databases?)\s*[=:]|\bRefined by:/#)
  private static let pubmed = SharedRegex(#/\b(Sort by|Filters):/#)
  private static let search = SharedRegex(#/^(?:Add\s+)?Search:?\s+/#)
  private static let nextRow = SharedRegex(#/\)\s+AND\s+/#)
  private static let filters = SharedRegex(#/Filters:\s*|,/#)
  private static let digit = SharedRegex(#/\d/#)
  private static let noType =
    SharedRegex(
      #/^(?i)(humans|(other )?animals|(fe)?male|newborn|infant|child|adolescent|.*\b(adult|aged)\b.*|abstract|(free )?full text|associated data|medline|.*\bjournals?|exclude preprints|sort by:.*)$/#
    )
  private static let duplicates =
    SharedRegex(#/^(?i)remove\s+duplicates\s+from\s+(\d+)[.;]?\s*(?:\[[^\]]*\])?\.?$/#)
  private static let keep =
    SharedRegex(#/^(?i)from\s+(\d+)\s+keep\s[\d\s,-]+(?:[.;]\s*)?(?:\[[^\]]*\])?\.?$/#)
  private static let limit =
    SharedRegex(#/^(?i)(?:limit\s+(?=\d+\s+to\s)|\.*l(?:imit)?\/\s*)(\d+)\s+(?:to\s+)?(\S.*)$/#)
  private static let date = SharedRegex(
    #/(?i)\b(yr|year|date|timespan|publication)|^from\s+\d{4}\b/#)
  /// A date that is not that of publication.
  private static let otherDate =
    SharedRegex(
      #/(?i)\b(?:index|entry|creat(?:e|ed|ion)|mesh|update|load|accession|access) date\b|\bdate (?:added|created|entered|indexed|of entry)\b/#
    )
  private static let lastDays = SharedRegex(#/(?i)^in the last\b/#)
  private static let typeLabel =
    SharedRegex(
      #/^(?i)(?:refined by:|limiters\s*-)?\s*(?:(?:publication|document|article) types?|doctype)\s*[:=]/#
    )
  private static let excluding = SharedRegex(#/(?i)\[excluding\]\s*/#)
  private static let unlimited =
    SharedRegex(#/^(?i)(?:timespan|doctype|(?:search )?languages?)\s*[=:]\s*(?:all\b.*|auto)$/#)
  private static let limitLabel =
    SharedRegex(#/^(?i)(?:limiters|narrow by|refined by|timespan|doctype|languages?\s*=|\[)/#)
  private static let expanderLabel = SharedRegex(#/^(?i)expanders\s*-/#)
  private static let databaseLabel =
    SharedRegex(#/^(?i)(?:database\s+-\s|(?:databases?|indexes)\s*[=:](?!\s*\())/#)
  private static let or = SharedRegex(#/(?i)\s+or\s+/#)
  private static let typeSeparator = SharedRegex(#/(?i)\s+or\s+|[,|]/#)
}
