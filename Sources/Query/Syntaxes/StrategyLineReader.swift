import Literature

/// Reads the lines of a strategy, in order; each may refer to those before it.
struct StrategyLineReader {
  /// The whole strategy, as pasted.
  private let text: String
  private let scalars: [Unicode.Scalar]
  private let syntax: QuerySyntax
  private let values: FilterValueParser
  /// The numbers of all lines, also of those that come later.
  private let numbers: Set<Int>
  /// The greatest number that, alone, refers to a line; a greater one is a word, such as a year.
  private let lastLine: Int
  /// The lines that have been read, by number.
  private var known: [Int: StrategyLowering.Lowered] = [:]
  private var referenced = ReferencedLines()
  /// The numbers of the lines that the current one refers to.
  private var references: Set<Int> = []

  init(_ text: String, _ lines: StrategyLines, syntax: QuerySyntax, values: FilterValueParser) {
    self.text = text
    self.syntax = syntax
    self.values = values
    scalars = lines.text
    numbers = Set(lines.lines.map(\.number))
    lastLine = max(LineCombination.leastLong - 1, numbers.max() ?? 0)
  }

  /// Reads the next line.
  ///
  /// - Throws: as ``StrategyReader/read(_:syntax:isStrategy:)``.
  mutating func read(_ line: StrategyLines.Line) throws(QueryError) -> Strategy.Line {
    try ReadingDeadline.check()
    references = []
    let (parsed, notes) = try parse(line)
    known[line.number] = parsed
    return Strategy.Line(
      number: line.number,
      text: String(
        scalars: StrategyText.withoutBreaks(scalars[line.range])
          .filter { !StrategyText.isInvisible($0) }),
      query: Query(
        text: text, tree: ReferencedLines.whole(parsed.tree ?? parsed.alone), filter: parsed.filter,
        notes: line.notes + notes, isStructured: true, syntax: syntax, isLiteral: true),
      references: references, position: line.range.lowerBound)
  }

  /// Whether a line has a proximity operator between the numbers of two lines: `1 adj3 2`.
  private static func hasLinesInProximity(_ line: String) -> Bool {
    guard let match = line.prefixMatch(of: Self.twoLines) else { return false }
    return StrategyOperators.isProximity(match.1)
  }

  /// A word between the numbers of two lines.
  private static let twoLines = SharedRegex(#/^(?i)[(#S]*\d+\)?\s+(\S+)\s+[(#S]*\d+\)?$/#)

  /// The search of a line, and notes on it.
  private mutating func parse(
    _ line: StrategyLines.Line
  ) throws(QueryError) -> (StrategyLowering.Lowered, [String]) {
    let hasLines = numbers.count > 1
    let limits = StrategyLimits(scalars, line.range, syntax: syntax)
    var notes = limits.notes
    do throws(Malformed) {
      try Malformed.checkDeadline()
      var lowering = StrategyLowering(lines: known, numbers: numbers)
      var parsed: StrategyLowering.Lowered
      if let number = limits.limitedLine {
        let place = scalars[limits.range].firstIndex(where: QueryCharacters.isASCIIDigit)
        let position = place.map { $0 - limits.range.lowerBound } ?? 0
        parsed = try lower(.line(number, position: position), with: &lowering)
      } else if syntax == .peerlit {
        let (line, notes) = try native(limits.range)
        try ReferencedLines.check(line)
        return (line, notes)
      } else {
        let search = String(scalars: scalars[limits.range])
        if Self.hasLinesInProximity(search) {
          throw Malformed(
            "A proximity operator between lines", "Replace the line numbers with the terms.",
            at: 0)
        }
        try expectNoSlip(in: search)
        let lexer = try StrategyLexer(
          StrategyText.withoutBreaks(scalars[limits.range]), syntax: syntax, hasLines: hasLines,
          lastLine: lastLine, numbers: numbers)
        if lexer.lexemes.isEmpty, hasLines {
          return (StrategyLowering.Lowered(), ["This line contains nothing searchable."])
        }
        var parser = StrategyParser(lexer.lexemes, syntax: syntax, joiner: limits.joiner)
        parsed = try lower(try parser.whole(), with: &lowering)
        notes += lexer.notes + parser.notes
        notes += StrategyText.dividedWords(in: scalars[limits.range]).map {
          "“\($0)”, divided between two lines, is searched as one word and as two."
        }
      }
      for years in limits.years {
        parsed.filter.narrow(by: try lowering.lower(.years(years)).filter)
      }
      for types in limits.types {
        let group = try lowering.lower(
          .or(types.map { .publicationType($0, isExploded: syntax == .pubmed) }))
        parsed = lowering.limit(parsed, to: group)
      }
      for part in limits.excluded.flatMap(StrategyLowering.excludedParts) {
        let lowered = try lowering.lower(part, nil)
        parsed = lowering.not(parsed, lowered)
      }
      parsed.isWider = parsed.isWider || limits.isWider
      notes += lowering.notes
      try ReferencedLines.check(parsed)
      if let tree = parsed.tree, tree.isOnlyNegative, parsed.filter.isEmpty {
        throw Malformed("Only excluded terms", "Add a term to search for.", at: 0)
      }
      return (parsed, StrategyNote.listingNarrower(notes))
    } catch {
      throw error.queryError(in: text, from: limits.range.lowerBound)
    }
  }

  /// Lowers a line, and counts its references.
  private mutating func lower(
    _ node: StrategyNode, with lowering: inout StrategyLowering
  ) throws(Malformed) -> StrategyLowering.Lowered {
    references = Set(node.references)
    try referenced.add(node.references, of: known)
    return try lowering.lower(node)
  }

  /// Refuses a combination of lines with a slip: `1 + 2`.
  private func expectNoSlip(in search: String) throws(Malformed) {
    guard numbers.count > 1, let slip = LineSlip(search, numbers: numbers, syntax) else { return }
    throw Malformed("Invalid combination of lines “\(slip.text)”", slip.fix, at: slip.position)
  }

  // MARK: Lines in the query language of peerlit

  private mutating func native(
    _ range: Range<Int>
  ) throws(Malformed) -> (StrategyLowering.Lowered, [String]) {
    let line = String(scalars: scalars[range])
    try expectSpaces(in: line)
    try expectNoSlip(in: line)
    // A line of only numbers and operators refers to other lines, in any notation; S1 is a word.
    if let combination = LineCombination(line[...], mayBeSingle: true),
      combination.references.allSatisfy({ $0.mark == nil || $0.mark == "#" })
    {
      let lexer = try StrategyLexer(Array(scalars[range]), syntax: .ovid, lastLine: lastLine)
      var parser = StrategyParser(lexer.lexemes, syntax: .ovid)
      var lowering = StrategyLowering(lines: known, numbers: numbers, isNative: true)
      let parsed = try lower(try parser.whole(), with: &lowering)
      return (parsed, lowering.notes)
    }
    let bare = BareReferences(line, numbers: Set(known.keys))
    let typed = try replacingReferences(in: bare.marked)
    do throws(QueryError) {
      let query = try NativeQueryParser(values: values, readsSingleQuotes: true)
        .parse(typed.text)
      let tree = query.tree.isEmpty ? nil : query.tree
      return (
        StrategyLowering.Lowered(tree: tree, filter: query.filter), bare.notes + query.notes
      )
    } catch {
      throw Self.malformed(error, in: typed)
    }
  }

  /// Refuses references to lines without spaces around an operator: `1AND 2`.
  private func expectSpaces(in line: String) throws(Malformed) {
    guard numbers.count > 1 else { return }
    for word in line.split(whereSeparator: { $0.isWhitespace || "()".contains($0) }) {
      guard let separated = JoinedOperator.references(in: word, numbers) else { continue }
      throw .missingSpace(
        in: String(word), separated,
        at: line[..<word.startIndex].unicodeScalars.count)
    }
  }

  /// A line with the searches of other lines in place of references to them: `#1 AND lay`.
  private mutating func replacingReferences(
    in marked: DerivedText
  ) throws(Malformed) -> DerivedText {
    let line = marked.text
    var typed = DerivedText()
    var offset = 0
    var end = line.startIndex
    for match in line.matches(of: LineReferences.pattern) {
      for scalar in line[end..<match.range.lowerBound].unicodeScalars {
        if !StrategyText.isInvisible(scalar) {
          typed.append(scalar, from: marked.origin(of: offset))
        }
        offset += 1
      }
      let lines = LineReferences(match.output)
      var searches: [String] = []
      for number in lines.numbers(lastLine: lastLine) {
        guard let other = known[number] else {
          throw StrategyLowering.missing(number, in: numbers, at: marked.origin(of: offset))
        }
        references.insert(number)
        try referenced.add([number], of: known)
        searches.append("(\(referenced.text(number, other)))")
      }
      let list = searches.joined(separator: lines.areAlternatives ? " OR " : " AND ")
      typed.append(searches.count == 1 ? list : "(\(list))", from: marked.origin(of: offset))
      offset += match.output.0.unicodeScalars.count
      end = match.range.upperBound
    }
    for scalar in line[end...].unicodeScalars {
      if !StrategyText.isInvisible(scalar) {
        typed.append(scalar, from: marked.origin(of: offset))
      }
      offset += 1
    }
    return typed
  }

  /// A mistake in a line, where it is in the line as pasted.
  private static func malformed(_ error: QueryError, in typed: DerivedText) -> Malformed {
    switch error {
    case .malformed(let mistake):
      Malformed(mistake.problem, mistake.fix, at: typed.origin(of: mistake.position))
    case .unknownCode(let facet, let code, let nearest, let position, _):
      Malformed(
        Malformed.UnknownCode(facet: facet, code: code, nearest: nearest),
        at: typed.origin(of: position ?? 0))
    case .tookTooLong: .late
    case .badRange, .unknownFilter, .tooManyWords, .noSuchLine:
      // Parsing a line never throws these.
      Malformed("Invalid line", error.description, at: 0)
    }
  }
}
