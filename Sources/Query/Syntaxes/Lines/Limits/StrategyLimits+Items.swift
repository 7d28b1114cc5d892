import Literature

/// Reads the single limits of a list.
extension StrategyLimits {
  /// The kinds of items that can follow a label.
  private enum Label { case limit, expander, database }

  /// Reads limits; only years and some publication types have an equivalent.
  mutating func limits(_ items: [String]) {
    var label = Label.limit
    var singleYears: [NumberRange] = []
    for item in items {
      if ReadingDeadline.isOver { return }
      var item = item.oneLine
      if item.hasSuffix(")"), item.count(where: { $0 == ")" }) > item.count(where: { $0 == "(" }) {
        item.removeLast()
      }
      if syntax == .wos, item.hasSuffix(".") { item.removeLast() }
      if item.allSatisfy({ "0123456789,.".contains($0) }) {
        // A number alone is a hit count; among the filters of PubMed, it may be a year.
        if syntax == .pubmed, StrategyYears.isYear(item), let year = Int(item) {
          singleYears.append(NumberRange(from: year, to: year))
        }
        continue
      }
      if Self.isSetting(item) {
        label = .limit
        readMode(item)
        continue
      }
      label = Self.label(of: item) ?? label
      switch label {
      case .limit: read(item)
      // They do not narrow the search, so the rest can still be excluded by NOT.
      case .expander: notes.append(StrategyNote.ignored(item))
      case .database: notes.append(StrategyNote.oneDatabase(item))
      }
    }
    if !singleYears.isEmpty { years.append(StrategyYears.joined(singleYears)) }
  }

  /// Reads how words side by side are joined: `Search modes - Find all my search terms`.
  private mutating func readMode(_ item: String) {
    let mode = item.lowercased()
    guard mode.hasPrefix("search mode"), let dash = mode.firstIndex(of: "-"),
      mode[dash...].contains(where: \.isLetter)
    else { return }
    if mode.contains("find all") {
      joiner = .and
    } else if mode.contains("find any") {
      joiner = .or
    } else if !mode.contains("boolean"), !mode.contains("phrase") {
      notes.append("“\(item)” has no equivalent; words side by side are searched as a phrase.")
    }
  }

  /// Reads a limit to years, types or something else, or its exclusion.
  private mutating func read(_ item: String) {
    let isExcluded = item.contains(Self.excluding)
    let stated = isExcluded ? item.replacing(Self.excluding, with: "") : item
    if syntax == .ovid, let other = Self.alternativeOfOtherKind(stated) {
      isWider = true
      notes.append(StrategyNote.ignoredAlternatives(item, because: other))
      return
    }
    if stated.contains(Self.date) || stated.contains(Self.years), !stated.contains(Self.otherDate),
      let ranges = StrategyYears.ranges(stated)
    {
      let node = StrategyYears.node(ranges, of: stated) { notes.append($0) }
      if isExcluded {
        excluded.append(node)
      } else {
        years.append(ranges)
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

  /// The first alternative to the years of an item that is something else, such as a date of entry:
  /// `dd=20000101-20201231` in `yr="2000 -Current" or dd=20000101-20201231`; `nil` for other items.
  ///
  /// The years alone would exclude what the alternative finds.
  private static func alternativeOfOtherKind(_ item: String) -> String? {
    let parts = item.replacing(or, with: "\n").split(separator: "\n").map(\.trimmed)
    guard parts.count > 1, parts.contains(where: { kind(of: $0) == .date }) else { return nil }
    return parts.first { $0.contains(labelled) && kind(of: $0) != .date }
  }

  /// The meaning of the label of a limit of Ovid, such as `yr=`; `nil` for other labels.
  private static func kind(of limit: String) -> StrategyFields.Meaning? {
    limit.prefixMatch(of: labelled).flatMap {
      StrategyFields.meaning(of: $0.output.1.lowercased(), in: .ovid)
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
      let parts = plain.replacing(separator, with: ";").split(separator: ";")
        .map(\.oneLine).filter { !$0.isEmpty }
      let names = PublicationTypes.rejoined(parts, with: ", ")
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

  /// The kind of an item and of those after it; `nil` if it has no label.
  private static func label(of item: String) -> Label? {
    if item.contains(Self.limitLabel) { return .limit }
    if item.contains(Self.expanderLabel) { return .expander }
    return item.contains(Self.databaseLabel) ? .database : nil
  }

  /// The beginnings of items that do not limit a search.
  private static let settings = [
    "search mode", "sort by", "interface -", "search screen", "rerun", "view results",
    "view details", "edit ", "- schema:",
  ]

  // MARK: Patterns

  private static let date = SharedRegex(
    #/(?i)\b(yr|year|date|timespan|publication)|^from\s+\d{4}\b/#)
  /// Nothing but years or dates: `2010-2015`, `since 2010`, `2010/01/01 to 2015/12/31`.
  private static let years =
    SharedRegex(
      #/^(?i)(?:published\s+)?(?:(?:in|from|since|after|before|until|till|up to|through|between)\s+)?-?\s*\d{4}(?:\d{4}|(?:[\/-]\d{1,2}){1,2})?(?:\s*(?:-|:|to|and|until|through)\s*(?:\d{4}(?:\d{4}|(?:[\/-]\d{1,2}){1,2})?|present|current|now|today|date)?|\s+onwards?)?$/#
    )
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
  /// A limit of Ovid with the code of a field.
  private static let labelled = SharedRegex(#/[(\s]*([A-Za-z]{2})\s*=/#)
  private static let or = SharedRegex(#/(?i)\s+or\s+/#)
  private static let typeSeparator = SharedRegex(#/(?i)\s+or\s+|[,|]/#)
}
