import Literature

/// Reads search strategies from other platforms, and strategies of several lines.
///
///     try StrategyReader().read("1 exp Peer Group/\n2 peer$.ti,ab.\n3 or/1-2")
public struct StrategyReader: Sendable {
  private let vocabulary: Vocabulary

  /// Creates a reader for the codes of a facet vocabulary.
  public init(vocabulary: Vocabulary = .standard) {
    self.vocabulary = vocabulary
  }

  /// Whether a text is a strategy of several lines, which are searches by themselves: it has
  /// numbered lines, or lines that combine others.
  ///
  /// - Parameter isLong: whether the text may have as many lines as a strategy in a file.
  public static func isStrategy(_ text: String, isLong: Bool = false) -> Bool {
    let breaks = text.utf8.count { $0 == 0x0A || $0 == 0x0D }
    guard (1...(isLong ? mostLines : mostPastedLines)).contains(breaks) else { return false }
    let text = PastedTable.lines(ofCSV: text) ?? text
    return StrategyLines(StrategyText.scalars(text), syntax: .peerlit, isStrategy: false)
      .lines.count > 1
  }

  /// No strategy has more lines, wrapped ones included; they would take long to read.
  private static let mostLines = 2000
  /// The same for a query, whose length is limited.
  private static let mostPastedLines = 400

  /// Reads a strategy.
  ///
  /// - Parameters:
  ///   - syntax: the language; `nil` to detect it.
  ///   - isStrategy: whether lines without numbers are separate lines, not one query.
  /// - Throws: ``QueryError/malformed(_:)`` with a position in the whole text, and
  ///   ``QueryError/unknownCode(facet:code:nearest:position:)``.
  public func read(
    _ text: String, syntax: QuerySyntax? = nil, isStrategy: Bool = true
  ) throws(QueryError) -> Strategy {
    let text = PastedTable.lines(ofCSV: text) ?? text
    if syntax == nil, let other = UnreadSyntax.problem(text, isStrategy: isStrategy) {
      throw .malformed(other)
    }
    let known = syntax ?? SyntaxRecognition.syntax(of: text) ?? .peerlit
    return try read(
      text, in: known, isRecognised: syntax == nil && known != .peerlit, isStrategy: isStrategy)
  }

  /// Reads a strategy in a known language.
  func read(
    _ text: String, in known: QuerySyntax, isRecognised: Bool, isStrategy: Bool
  ) throws(QueryError) -> Strategy {
    if text.utf8.count(where: { $0 == 0x0A || $0 == 0x0D }) > Self.mostLines {
      throw .malformed(
        MalformedQuery(
          text: text, problem: "More than \(Self.mostLines) lines", fix: "Use fewer.", position: 0))
    }
    let split = StrategyLines(
      StrategyText.scalars(text), syntax: known, isStrategy: isStrategy)
    let scalars = split.text
    if let (number, position) = split.repeated {
      throw .malformed(
        MalformedQuery(
          text: text, problem: "Second line with the number \(number)",
          fix: "Give each line a different number.", position: position))
    }
    let numbers = Set(split.lines.map(\.number))
    var lowered: [Int: StrategyLowering.Lowered] = [:]
    var lines: [Strategy.Line] = []
    for line in split.lines {
      var references: Set<Int> = []
      let (parsed, notes) = try parse(
        line, text, scalars, known, lowered, numbers, &references)
      lowered[line.number] = parsed
      lines.append(
        Strategy.Line(
          number: line.number,
          text: String(scalars: scalars[line.range].map { $0 == "\n" || $0 == "\r" ? " " : $0 }),
          query: Query(
            text: text, tree: Self.whole(parsed.tree), filter: parsed.filter,
            notes: line.notes + notes, isStructured: true, syntax: known,
            isLiteral: true), references: references))
    }
    return Strategy(
      syntax: known, isRecognised: isRecognised, lines: lines,
      notes: split.skipped.map { "“\($0)” is not part of the strategy and was skipped." }
        + [split.counted].compactMap(\.self))
  }

  /// A proximity operator between the numbers of lines: `1 adj3 2`.
  private static var linesInProximity: Regex<Substring> {
    /^(?i)[(#S]*\d+\)?\s+(?:adj\d*|near\S*|[nw]\d+|w\/\d+|pre\/\d+)\s+[(#S]*\d+\)?$/
  }

  /// The tree of a whole query.
  private static func whole(_ tree: QueryTree?) -> QueryTree {
    if case .not(let excluded)? = tree { return .any(should: [], not: [excluded]) }
    return tree ?? .nothing
  }

  private func parse(
    _ line: StrategyLines.Line, _ text: String, _ scalars: [Unicode.Scalar],
    _ syntax: QuerySyntax, _ known: [Int: StrategyLowering.Lowered], _ numbers: Set<Int>,
    _ references: inout Set<Int>
  ) throws(QueryError) -> (StrategyLowering.Lowered, [String]) {
    let hasLines = numbers.count > 1
    let limits = StrategyLimits(scalars, line.range, syntax: syntax)
    var notes = limits.notes
    do throws(Malformed) {
      var lowering = StrategyLowering(lines: known, numbers: numbers)
      var parsed: StrategyLowering.Lowered
      if let number = limits.limitedLine {
        references = [number]
        parsed = try lowering.lower(.line(number))
      } else if syntax == .peerlit {
        return try native(scalars, limits.range, text, known, numbers, &references)
      } else {
        if String(scalars: scalars[limits.range]).contains(Self.linesInProximity) {
          throw Malformed(
            "A proximity operator between lines", "Write the terms of the lines in their place.",
            at: 0)
        }
        let lexer = try StrategyLexer(
          scalars[limits.range].map { $0 == "\n" || $0 == "\r" ? " " : $0 }, syntax: syntax,
          hasLines: hasLines)
        if lexer.tokens.isEmpty, hasLines {
          return (StrategyLowering.Lowered(), ["This line has nothing to search for."])
        }
        var parser = StrategyParser(lexer.tokens, syntax: syntax)
        let node = try parser.whole()
        references = node.lines
        parsed = try lowering.lower(node)
        notes += lexer.notes + parser.notes
      }
      if !limits.years.isEmpty {
        parsed.filter.narrow(by: try lowering.lower(.years(limits.years)).filter)
      }
      for types in limits.types {
        let group = try lowering.lower(.or(types.map { .publicationType($0) }))
        parsed = lowering.limit(parsed, to: group)
      }
      parsed.isWider = parsed.isWider || limits.isWider
      notes += lowering.notes
      if let tree = parsed.tree, tree.isOnlyNegative, parsed.filter.isEmpty {
        throw Malformed("Only excluded terms", "Add a term to search for.", at: 0)
      }
      return (parsed, notes)
    } catch {
      throw .malformed(
        MalformedQuery(
          text: text, problem: error.problem, fix: error.fix,
          position: limits.range.lowerBound + error.position))
    }
  }

  // MARK: Lines in the query language of peerlit

  /// Whether a line has only numbers of lines and operators: `1 or 2`, `or/1-4`, `(#1 AND #2)`.
  private static func hasOnlyReferences(_ line: String) -> Bool {
    // Ranges and lists follow an operator; "2019-2021" is years.
    guard !line.prefix(while: { !$0.isLetter }).contains(where: { $0 == "," || $0 == "-" }) else {
      return false
    }
    return line.lowercased().split { $0.isWhitespace || "()#,-".contains($0) }.allSatisfy { word in
      let number = ["and/", "or/"].first { word.hasPrefix($0) }.map { word.dropFirst($0.count) }
      return ["and", "or", "not"].contains(word) || (number ?? word).allSatisfy(\.isASCIIDigit)
    }
  }

  private func native(
    _ scalars: [Unicode.Scalar], _ range: Range<Int>, _ text: String,
    _ known: [Int: StrategyLowering.Lowered], _ numbers: Set<Int>,
    _ references: inout Set<Int>
  ) throws(Malformed) -> (StrategyLowering.Lowered, [String]) {
    let line = String(scalars: scalars[range])
    // A line of only numbers and operators refers to other lines, in any notation.
    if Self.hasOnlyReferences(line) {
      let lexer = try StrategyLexer(Array(scalars[range]), syntax: .ovid)
      var parser = StrategyParser(lexer.tokens, syntax: .ovid)
      var lowering = StrategyLowering(lines: known, numbers: numbers)
      let node = try parser.whole()
      references = node.lines
      let parsed = try lowering.lower(node)
      return (parsed, lowering.notes)
    }
    var missing: Int?
    let typed = line.replacing(/#(\d{1,3})\b/) { match in
      guard let number = Int(match.1), let line = known[number] else {
        missing = Int(match.1)
        return String(match.0)
      }
      references.insert(number)
      let query = Query(text: "", tree: Self.whole(line.tree), filter: line.filter)
      return "(\(query.queryText))"
    }
    if let missing {
      throw StrategyLowering.missing(missing, in: numbers)
    }
    do throws(QueryError) {
      let values = FilterValueParser(vocabulary: vocabulary)
      let query = try NativeQueryParser(values: values).parse(typed)
      let tree = query.tree.isEmpty ? nil : query.tree
      return (StrategyLowering.Lowered(tree: tree, filter: query.filter), query.notes)
    } catch {
      guard case .malformed(let mistake) = error else {
        throw Malformed(error.description, "", at: 0)
      }
      throw Malformed(
        mistake.problem, mistake.fix, at: typed == line ? mistake.position : 0)
    }
  }
}
