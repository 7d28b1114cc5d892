import Literature

/// Turns a part of a strategy into a query tree and a filter.
///
/// Fields move down to the terms, because on all platforms `(a AND b).ti,ab.` finds documents with
/// `a` in one field and `b` in another.
struct StrategyLowering {
  /// The lines that can be referred to, by number.
  let lines: [Int: Lowered]
  /// The numbers of all lines, also of those that come later.
  private let numbers: Set<Int>
  /// Whether the lines are in peerlit's own language, where filters are applied as typed.
  let isNative: Bool
  /// Whether publication types are left out, because an alternative to them has no equivalent.
  var leavesOutTypes = false
  private var distinctNotes = DistinctNotes()
  /// Number of parts that were lowered.
  private var steps = 0

  /// Notes on the parts that have no equivalent, one sentence each.
  var notes: [String] { distinctNotes.list }

  init(lines: [Int: Lowered] = [:], numbers: Set<Int> = [], isNative: Bool = false) {
    self.lines = lines
    self.numbers = numbers
    self.isNative = isNative
  }

  mutating func note(_ text: String) {
    distinctNotes.add(text)
  }

  /// Lowers a line.
  mutating func lower(_ node: StrategyNode) throws(Malformed) -> Lowered {
    let lowered = try lower(node, nil)
    if lowered.alone == nil {
      noteFilter(lowered)
    } else {
      for text in lowered.fallbackNotes { note(text) }
    }
    if lowered.isNarrower { note(StrategyNote.fewer(without: lowered.missing)) }
    return lowered
  }

  /// Adds the notes on a part that is not searched as words.
  mutating func noteFilter(_ lowered: Lowered) {
    for text in lowered.filterNotes { note(text) }
  }

  mutating func lower(
    _ node: StrategyNode, _ fields: [StrategyField]?
  ) throws(Malformed) -> Lowered {
    steps += 1
    if steps.isMultiple(of: ReadingDeadline.steps) { try Malformed.checkDeadline() }
    switch node {
    case .term(let term): return Lowered(tree: fielded(term, fields))
    case .field(let inner, let node): return try lower(node, inner)
    case .near(let distance, let isOrdered, let left, let right):
      return try near(distance, isOrdered, left, right, fields)
    case .or(let parts): return try or(parts, fields)
    case .and(let parts):
      var lowered: [Lowered] = []
      var excluded: [StrategyNode] = []
      for part in parts {
        if let exclusion = Self.exclusion(part) {
          excluded += Self.excludedParts(exclusion)
        } else {
          lowered.append(try lower(part, fields))
        }
      }
      var result = try and(lowered)
      for part in excluded { result = not(result, try lower(part, fields)) }
      return result
    case .not(let left, let right):
      var result = try lower(left, fields)
      for part in Self.excludedParts(right) {
        let excluded = try lower(part, fields)
        if excluded.isLeftOut, !part.references.isEmpty { note(StrategyNote.nothingExcluded) }
        result = not(result, excluded)
      }
      return result
    case .years(let ranges):
      var filter = Filter()
      for range in ranges { filter[range: .year].add(range) }
      return Lowered(filter: filter)
    case .publicationType(let name, let isExploded): return type(name, isExploded: isExploded)
    case .subheading(let typed, let words):
      return Lowered(
        fallback: words, fallbackNotes: [StrategyNote.subheading(typed, words.queryText)],
        standsAlone: true, filterNotes: [StrategyNote.ignored(typed, "subheading")])
    case .line(let number, let position):
      guard let line = lines[number] else {
        throw Self.missing(number, in: numbers, at: position)
      }
      if line.isEmpty { note("Line \(number) contains nothing searchable and was left out.") }
      // The line itself has the note, unless AND leaves it out.
      var referenced = line
      referenced.isNarrower = line.isBetterLeftOut
      if line.isEmpty { referenced.missing = ["line \(number)"] }
      return referenced
    case .without:
      note("An exclusion that AND does not join to a search was ignored.")
      return Lowered()
    case .unsupported(let typed), .unsupportedLimit(let typed):
      return Lowered(missing: typed.isEmpty ? [] : [typed])
    }
  }

  /// Limits a line to what a group finds.
  func limit(_ line: Lowered, to group: Lowered) -> Lowered {
    var limited = line
    limited.filter.narrow(by: group.filter)
    limited.tree = Self.and([line.tree, group.tree].compactMap(\.self))
    return limited
  }

  /// The error for a line that can't be referred to.
  ///
  /// - Parameter position: the offset of the reference in its line.
  static func missing(_ number: Int, in numbers: Set<Int>, at position: Int) -> Malformed {
    numbers.count > 1 && numbers.contains(number)
      ? Malformed(
        "Reference to line \(number), which is not an earlier line,",
        "A line can only refer to lines with lower numbers.", at: position)
      : Malformed(
        "Reference to the missing line \(number)",
        "Paste all lines that others refer to, with their numbers.", at: position)
  }
}
