import Literature

/// Turns a part of a strategy into a query tree and a filter.
///
/// Fields move down to the terms, because on all platforms `(a AND b).ti,ab.` finds documents with
/// `a` in one field and `b` in another.
struct StrategyLowering {
  /// A query tree and a filter; either may be empty.
  struct Lowered: Equatable {
    var tree: QueryTree?
    var filter = Filter()
    /// The words to search for if this is next to OR and has no filter.
    var fallback: QueryTree?
    /// Notes to add unless the words are searched instead, one sentence each.
    var filterNotes: [String] = []

    /// Whether it finds more documents than what was written, because something was left out.
    var isWider = false

    /// Whether it neither finds nor restricts anything, even next to OR.
    var isEmpty: Bool { isLeftOut && fallback == nil }

    /// Whether it neither finds nor restricts anything, except next to OR.
    var isLeftOut: Bool { tree == nil && filter.isEmpty }
  }

  /// The lines that can be referred to, by number.
  let lines: [Int: Lowered]
  /// The numbers of all lines, also of those that come later.
  private let numbers: Set<Int>
  var vocabulary = Vocabulary.standard
  /// Whether publication types are read as filters alone, because they are left out together.
  private var hasOnlyFilters = false
  /// Notes on what has no equivalent, one sentence each.
  private(set) var notes: [String] = []

  init(lines: [Int: Lowered] = [:], numbers: Set<Int> = []) {
    self.lines = lines
    self.numbers = numbers
  }

  private mutating func note(_ text: String) {
    if !notes.contains(text) { notes.append(text) }
  }

  /// Lowers a line.
  mutating func lower(_ node: StrategyNode) throws(Malformed) -> Lowered {
    let lowered = try lower(node, nil)
    noteFilter(lowered)
    return lowered
  }

  /// Adds the notes on a part that is not searched as words.
  private mutating func noteFilter(_ lowered: Lowered) {
    for text in lowered.filterNotes { note(text) }
  }

  private mutating func lower(
    _ node: StrategyNode, _ fields: [StrategyField]?
  ) throws(Malformed) -> Lowered {
    switch node {
    case .term(let term): return Lowered(tree: fielded(term, fields))
    case .field(let inner, let node): return try lower(node, inner)
    case .near(let distance, let isOrdered, let left, let right):
      return try near(distance, isOrdered, left, right, fields)
    case .or(let parts): return try or(parts, fields)
    case .and(let parts):
      var lowered: [Lowered] = []
      for part in parts { lowered.append(try lower(part, fields)) }
      return and(lowered)
    case .not(let left, let right):
      var result = try lower(left, fields)
      for part in Self.excludedParts(right) { result = not(result, try lower(part, fields)) }
      return result
    case .years(let ranges):
      var filter = Filter()
      for range in ranges { filter[range: .year].add(range) }
      return Lowered(filter: filter)
    case .publicationType(let name): return type(name)
    case .line(let number):
      guard let line = lines[number] else {
        throw Self.missing(number, in: numbers)
      }
      if line.isEmpty { note("Line \(number) has nothing to search for and was left out here.") }
      return line
    case .unsupported: return Lowered()
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
  static func missing(_ number: Int, in numbers: Set<Int>) -> Malformed {
    numbers.count > 1 && numbers.contains(number)
      ? Malformed(
        "Reference to line \(number), which does not come before it,",
        "A line can only refer to lines with lower numbers.", at: 0)
      : Malformed(
        "Reference to the missing line \(number)",
        "Paste all lines that others refer to, with their numbers.", at: 0)
  }

  // MARK: Fields

  /// A tree, searched in any of several fields.
  private mutating func fielded(_ tree: QueryTree, _ fields: [StrategyField]?) -> QueryTree {
    guard let fields, !fields.isEmpty else { return tree }
    if let field = fields.compactMap(\.identifier).first, fields.count == 1,
      let tree = Self.identified(tree, field)
    {
      return tree
    }
    let known = fields.compactMap(\.field)
    guard known.count == fields.count else {
      let missing = fields.filter { $0.field == nil }.map(\.rawValue)
      note(
        "There is no field for \(missing.joined(separator: " and ")); the whole text is searched.")
      return tree
    }
    return known.count == 1
      ? .field(known[0], tree) : .or(known.map { .field($0, tree) })
  }

  /// The documents with identifiers; `nil` if the tree has something else.
  private static func identified(_ tree: QueryTree, _ field: IdentifierField) -> QueryTree? {
    switch tree {
    case .word(let text), .identifier(_, let text): return .identifier(field, text)
    case .or(let parts):
      let identified = parts.compactMap { Self.identified($0, field) }
      return identified.count == parts.count ? .or(identified) : nil
    default: return nil
    }
  }

  // MARK: Proximity

  private mutating func near(
    _ distance: Int, _ isOrdered: Bool, _ left: StrategyNode, _ right: StrategyNode,
    _ fields: [StrategyField]?
  ) throws(Malformed) -> Lowered {
    // A field of one operand applies to both: TI peer N3 support.
    let inner = [left, right].compactMap(Self.fields).first
    let parts = [try plain(left), try plain(right)]
    for tree in parts {
      if let problem = tree.proximityProblem {
        throw Malformed(problem.problem, problem.fix, at: 0)
      }
    }
    let tree: QueryTree =
      isOrdered ? .pre(distance: distance, parts) : .near(distance: distance, parts)
    return Lowered(tree: fielded(tree, inner ?? fields))
  }

  private static func fields(_ node: StrategyNode) -> [StrategyField]? {
    switch node {
    case .field(let fields, _): fields
    case .near(_, _, let left, let right): Self.fields(left) ?? Self.fields(right)
    case .or(let parts): parts.compactMap(Self.fields).first
    default: nil
    }
  }

  /// An operand of a proximity, without its fields.
  private mutating func plain(_ node: StrategyNode) throws(Malformed) -> QueryTree {
    switch node {
    case .term(let term): return term
    case .field(_, let inner): return try plain(inner)
    case .or(let parts):
      var trees: [QueryTree] = []
      for part in parts { trees.append(try plain(part)) }
      return Self.or(trees)
    case .near(let distance, let isOrdered, let left, let right):
      let parts = [try plain(left), try plain(right)]
      return isOrdered ? .pre(distance: distance, parts) : .near(distance: distance, parts)
    case .publicationType(let name): return .phrase([name])
    case .line(let number):
      throw Malformed(
        "A line in a proximity search", "Write the terms of line \(number) in its place.", at: 0)
    case .and, .not, .years, .unsupported: return .and([])
    }
  }

  // MARK: AND, OR, NOT

  private static func or(_ trees: [QueryTree]) -> QueryTree {
    var flat: [QueryTree] = []
    for tree in trees {
      let parts = if case .or(let inner) = tree { inner } else { [tree] }
      for part in parts where !flat.contains(part) { flat.append(part) }
    }
    return flat.count == 1 ? flat[0] : .or(flat)
  }

  private static func and(_ trees: [QueryTree]) -> QueryTree? {
    let flat = trees.flatMap { tree in
      if case .and(let inner) = tree { inner } else { [tree] }
    }
    return flat.count > 1 ? .and(flat) : flat.first
  }

  private mutating func and(_ parts: [Lowered]) -> Lowered {
    var filter = Filter()
    for part in parts {
      filter.narrow(by: part.filter)
      noteFilter(part)
    }
    let trees = parts.compactMap(\.tree)
    return Lowered(
      tree: Self.and(trees), filter: filter,
      isWider: parts.contains { $0.isWider || $0.isLeftOut })
  }

  private mutating func or(
    _ parts: [StrategyNode], _ fields: [StrategyField]?
  ) throws(Malformed) -> Lowered {
    // Alternatives that are only terms are searched in the fields together.
    if let fields, let trees = Self.terms(parts) {
      return Lowered(tree: fielded(Self.or(trees), fields))
    }
    let outer = hasOnlyFilters
    hasOnlyFilters = outer || hasUnknownType(parts)
    defer { hasOnlyFilters = outer }
    var lowered: [Lowered] = []
    for part in parts { lowered.append(try lower(part, fields)) }
    let hasUnsupported = lowered.contains(where: \.isLeftOut)
    let isWider = lowered.contains(where: \.isWider)
    lowered.removeAll(where: \.isEmpty)
    if lowered.isEmpty { return Lowered() }
    if lowered.allSatisfy({ $0.tree == nil }) {
      let fallbacks = lowered.compactMap(\.fallback)
      var group = Lowered(fallback: fallbacks.isEmpty ? nil : Self.or(fallbacks))
      group.filterNotes = lowered.flatMap(\.filterNotes)
      group.isWider = isWider
      if !hasUnsupported {
        guard Self.areAlternatives(lowered.map(\.filter)) else { throw Self.limitAlone }
        for part in lowered { group.filter.merge(part.filter) }
      } else if lowered.contains(where: { !$0.filter.isEmpty }) {
        // A filter without one of its alternatives would exclude documents that the alternative
        // finds.
        group.filterNotes = lowered.filter(\.filter.isEmpty).flatMap(\.filterNotes)
        group.filterNotes.append(
          "A group of alternatives was ignored because one of them has no equivalent.")
      }
      return group
    }
    if lowered.allSatisfy({ $0.tree != nil && $0.filter == lowered[0].filter }) {
      return Lowered(
        tree: Self.or(lowered.compactMap(\.tree)), filter: lowered[0].filter, isWider: isWider)
    }
    var trees: [QueryTree] = []
    for part in lowered {
      if let tree = part.tree {
        guard !tree.isOnlyNegative else { throw Self.limitAlone }
        trees.append(tree.limited(by: part.filter))
      } else if !part.filter.isEmpty {
        noteFilter(part)
        trees.append(.filter(part.filter))
      } else if let fallback = part.fallback {
        note(
          "Publication types without an equivalent are searched as words next to OR: "
            + "\(fallback.queryText).")
        trees.append(fallback)
      } else {
        throw Self.limitAlone
      }
    }
    return Lowered(tree: Self.or(trees), isWider: isWider)
  }

  /// Whether alternatives are publication types of which at least one has no equivalent.
  private func hasUnknownType(_ parts: [StrategyNode]) -> Bool {
    let types = PublicationTypes(vocabulary: vocabulary)
    var hasUnknown = false
    for part in parts {
      guard case .publicationType(let name) = part else { return false }
      hasUnknown = hasUnknown || types.design(name) == nil
    }
    return hasUnknown
  }

  /// The error for alternatives that only exclude, or only limit by several facets.
  private static var limitAlone: Malformed {
    Malformed(
      "A limit without search terms next to OR", "Combine the limit with a term by AND.", at: 0)
  }

  /// Whether documents that pass any of some filters are those that pass all their conditions
  /// merged into one filter.
  private static func areAlternatives(_ filters: [Filter]) -> Bool {
    let facets = FacetDefinition.filters.map(\.name).filter { facet in
      filters.contains { !$0[codes: facet].isEmpty || !$0[range: facet].isEmpty }
    }
    return facets.count < 2
      && filters.allSatisfy { filter in
        filter.further.isEmpty && facets.allSatisfy { filter[codes: $0].excluded.isEmpty }
      }
  }

  /// The terms of alternatives; `nil` if some are not terms.
  private static func terms(_ parts: [StrategyNode]) -> [QueryTree]? {
    var trees: [QueryTree] = []
    for part in parts {
      switch part {
      case .term(let term): trees.append(term)
      case .or(let inner):
        guard let more = terms(inner) else { return nil }
        trees += more
      default: return nil
      }
    }
    return trees
  }

  /// The parts of an excluded group, each of which can be excluded alone.
  ///
  /// One publication type without an equivalent does not keep the others from being excluded.
  private static func excludedParts(_ node: StrategyNode) -> [StrategyNode] {
    guard case .or(let parts) = node,
      parts.allSatisfy({ if case .publicationType = $0 { true } else { false } })
    else { return [node] }
    return parts
  }

  private mutating func not(_ left: Lowered, _ right: Lowered) -> Lowered {
    var result = left
    noteFilter(left)
    noteFilter(right)
    result.filterNotes = []
    if right.isLeftOut {
      result.isWider = true
      return result
    }
    if right.isWider {
      // Excluding it would also exclude documents that were not meant.
      note("NOT was ignored because part of what it excludes has no equivalent.")
      result.isWider = true
      return result
    }
    if left.isLeftOut {
      note("NOT needs a term before it; it was left out.")
      result.isWider = true
      return result
    }
    let codes = right.filter[codes: .method].wanted
    if right.tree == nil, right.filter == Self.filter(codes) {
      result.filter[codes: .method].excluded.formUnion(codes)
    } else {
      let excluded = right.tree.map { $0.limited(by: right.filter) } ?? .filter(right.filter)
      result.tree = Self.and([left.tree, .not(excluded)].compactMap(\.self))
    }
    result.fallback = nil
    return result
  }

  /// The filter of only some study designs.
  private static func filter(_ codes: Set<String>) -> Filter {
    var filter = Filter()
    filter[codes: .method].wanted = codes
    return filter
  }

  // MARK: Publication types

  /// A publication type: the equivalent study design if there is one, and the words.
  private mutating func type(_ name: String) -> Lowered {
    let types = PublicationTypes(vocabulary: vocabulary)
    if !hasOnlyFilters, let code = types.design(name), types.isVague(name) {
      var filter = Filter()
      filter[codes: .method].wanted = [code]
      let key = PublicationType.key(name)
      let tree: QueryTree = .or([.filter(filter), .identifier(.type, key)])
      note("The publication type “\(name)” is read as \(tree.queryText).")
      return Lowered(tree: tree)
    }
    var lowered = Lowered(
      fallback: .phrase(name.split(separator: " ").map(String.init)))
    if let code = types.design(name) {
      lowered.filter[codes: .method].wanted = [code]
      lowered.filterNotes = ["The publication type “\(name)” is read as method:\(code)."]
    } else {
      lowered.filterNotes = [
        "The publication type “\(name)” has no equivalent and was ignored."
      ]
    }
    return lowered
  }
}
