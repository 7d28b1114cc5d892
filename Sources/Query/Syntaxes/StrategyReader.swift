import Literature

/// Reads search strategies from other platforms, and multi-line strategies.
///
///     try StrategyReader().read("1 exp Peer Group/\n2 peer$.ti,ab.\n3 or/1-2")
public struct StrategyReader: Sendable {
  private let vocabulary: Vocabulary

  /// Creates a reader for the codes of a facet vocabulary.
  public init(vocabulary: Vocabulary = .standard) {
    self.vocabulary = vocabulary
  }

  /// Whether a text is a multi-line strategy, whose lines are searches by themselves: it has
  /// numbered lines, or lines that combine others.
  ///
  /// - Parameter isLong: whether the text may have any number of lines, as in a file or a form; a
  ///   query of very many lines is none (``excess(in:)``).
  public static func isStrategy(_ text: String, isLong: Bool = false) -> Bool {
    let breaks = Self.breaks(in: text)
    guard breaks > 0, isLong || breaks <= mostPastedLines else { return false }
    let text = PastedTable.lines(ofCSV: text)?.text ?? text
    return StrategyLines(StrategyText.scalars(text), syntax: .peerlit, isStrategy: false)
      .lines.count > 1
  }

  /// No strategy has more lines, wrapped ones included; they would take long to read.
  public static let mostLines = 2000
  /// The largest number of line breaks in a query that is a strategy; the length of a query is
  /// limited.
  package static let mostPastedLines = 400

  /// Whether a text has more lines than a strategy that is pasted as a query.
  package static func isTooLong(_ text: String) -> Bool { breaks(in: text) > mostPastedLines }

  /// The mistake of a query that is a strategy of too many lines; `nil` for other texts.
  ///
  /// Of a text of very many lines, only as many as a strategy can have are looked at.
  static func excess(in text: String) -> MalformedQuery? {
    guard isTooLong(text) else { return nil }
    let part = text.unicodeScalars.prefix(start(ofLine: mostLines + 1, in: text))
    guard isStrategy(String(String.UnicodeScalarView(part)), isLong: true) else { return nil }
    return MalformedQuery(
      text: text, problem: "More than \(mostPastedLines) lines in a query",
      fix: "Run them as a strategy: with --strategy FILE, with POST /strategy, or with the form at "
        + "/search-strategy.",
      position: start(ofLine: mostPastedLines + 1, in: text))
  }

  /// The number of line breaks; CR and LF are one.
  private static func breaks(in text: String) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0x0D || byte == 0x0A && previous != 0x0D { count += 1 }
      previous = byte
    }
    return count
  }

  /// The offset at which a line begins, in scalars; lines are counted from 1.
  private static func start(ofLine number: Int, in text: String) -> Int {
    var line = 1
    var offset = 0
    for character in text where line < number {
      offset += character.unicodeScalars.count
      if character == "\n" || character == "\r" || character == "\r\n" { line += 1 }
    }
    return offset
  }

  /// Reads a strategy.
  ///
  /// - Parameters:
  ///   - syntax: the language; `nil` to detect it.
  ///   - isStrategy: whether lines without numbers are separate lines, not one query.
  /// - Throws: ``QueryError/malformed(_:)`` and
  ///   ``QueryError/unknownCode(facet:code:nearest:position:text:)``, with a position in the whole
  ///   text.
  public func read(
    _ text: String, syntax: QuerySyntax? = nil, isStrategy: Bool = true
  ) throws(QueryError) -> Strategy {
    guard let table = PastedTable.lines(ofCSV: text) else {
      return try read(lines: text, syntax, isStrategy: isStrategy)
    }
    do throws(QueryError) {
      return try read(lines: table.text, syntax, isStrategy: isStrategy)
    } catch {
      throw error.located(in: text) { table.origin(of: $0) }
    }
  }

  private func read(
    lines text: String, _ syntax: QuerySyntax?, isStrategy: Bool
  ) throws(QueryError) -> Strategy {
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
    if Self.breaks(in: text) > Self.mostLines {
      throw .malformed(
        MalformedQuery(
          text: text, problem: "More than \(Self.mostLines) lines",
          fix: "Divide the strategy into several.",
          position: Self.start(ofLine: Self.mostLines + 1, in: text)))
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
    var referenced = ReferencedLines()
    var lines: [Strategy.Line] = []
    for line in split.lines {
      var references: Set<Int> = []
      let (parsed, notes) = try parse(
        line, text, scalars, known, lowered, numbers, &referenced, &references)
      lowered[line.number] = parsed
      lines.append(
        Strategy.Line(
          number: line.number,
          text: String(scalars: scalars[line.range].map { $0 == "\n" || $0 == "\r" ? " " : $0 }),
          query: Query(
            text: text, tree: ReferencedLines.whole(parsed.tree), filter: parsed.filter,
            notes: line.notes + notes, isStructured: true, syntax: known,
            isLiteral: true), references: references))
    }
    return Strategy(
      syntax: known, isRecognised: isRecognised, lines: lines,
      notes: split.skipped.map { "“\($0)” is not part of the strategy and was skipped." }
        + [split.counted].compactMap(\.self))
  }

  private static let reference = SharedRegex(#/#(\d{1,4})\b/#)

  /// The greatest number that, alone, refers to a line; a greater one is a word, such as a year.
  private static func lastLine(_ numbers: Set<Int>) -> Int {
    max(StrategyLines.leastLong - 1, numbers.max() ?? 0)
  }

  /// A proximity operator between the numbers of lines: `1 adj3 2`.
  private static let linesInProximity =
    SharedRegex(#/^(?i)[(#S]*\d+\)?\s+(?:adj\d*|near\S*|[nw]\d+|w\/\d+|pre\/\d+)\s+[(#S]*\d+\)?$/#)

  private func parse(
    _ line: StrategyLines.Line, _ text: String, _ scalars: [Unicode.Scalar],
    _ syntax: QuerySyntax, _ known: [Int: StrategyLowering.Lowered], _ numbers: Set<Int>,
    _ referenced: inout ReferencedLines, _ references: inout Set<Int>
  ) throws(QueryError) -> (StrategyLowering.Lowered, [String]) {
    let hasLines = numbers.count > 1
    let limits = StrategyLimits(scalars, line.range, syntax: syntax)
    var notes = limits.notes
    do throws(Malformed) {
      var lowering = StrategyLowering(lines: known, numbers: numbers)
      var parsed: StrategyLowering.Lowered
      if let number = limits.limitedLine {
        references = [number]
        try referenced.add([number], of: known)
        let place = scalars[limits.range].firstIndex(where: QueryCharacters.isASCIIDigit)
        parsed = try lowering.lower(
          .line(number, position: place.map { $0 - limits.range.lowerBound } ?? 0))
      } else if syntax == .peerlit {
        let (line, notes) = try native(
          scalars, limits.range, known, numbers, &referenced, &references)
        try ReferencedLines.check(line)
        return (line, notes)
      } else {
        if String(scalars: scalars[limits.range]).contains(Self.linesInProximity) {
          throw Malformed(
            "A proximity operator between lines", "Replace the line numbers with the terms.",
            at: 0)
        }
        let lexer = try StrategyLexer(
          scalars[limits.range].map { $0 == "\n" || $0 == "\r" ? " " : $0 }, syntax: syntax,
          hasLines: hasLines, lastLine: Self.lastLine(numbers))
        if lexer.tokens.isEmpty, hasLines {
          return (StrategyLowering.Lowered(), ["This line has nothing to search for."])
        }
        var parser = StrategyParser(lexer.tokens, syntax: syntax)
        let node = try parser.whole()
        references = Set(node.references)
        try referenced.add(node.references, of: known)
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
      try ReferencedLines.check(parsed)
      if let tree = parsed.tree, tree.isOnlyNegative, parsed.filter.isEmpty {
        throw Malformed("Only excluded terms", "Add a term to search for.", at: 0)
      }
      return (parsed, notes)
    } catch {
      throw error.queryError(in: text, from: limits.range.lowerBound)
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
    _ scalars: [Unicode.Scalar], _ range: Range<Int>,
    _ known: [Int: StrategyLowering.Lowered], _ numbers: Set<Int>,
    _ referenced: inout ReferencedLines, _ references: inout Set<Int>
  ) throws(Malformed) -> (StrategyLowering.Lowered, [String]) {
    let line = String(scalars: scalars[range])
    // A line of only numbers and operators refers to other lines, in any notation.
    if Self.hasOnlyReferences(line) {
      let lexer = try StrategyLexer(
        Array(scalars[range]), syntax: .ovid, lastLine: Self.lastLine(numbers))
      var parser = StrategyParser(lexer.tokens, syntax: .ovid)
      var lowering = StrategyLowering(lines: known, numbers: numbers)
      let node = try parser.whole()
      references = Set(node.references)
      try referenced.add(node.references, of: known)
      let parsed = try lowering.lower(node)
      return (parsed, lowering.notes)
    }
    let typed = try replacingReferences(in: line, known, numbers, &referenced, &references)
    do throws(QueryError) {
      let values = FilterValueParser(vocabulary: vocabulary)
      let query = try NativeQueryParser(values: values).parse(typed.text)
      let tree = query.tree.isEmpty ? nil : query.tree
      return (StrategyLowering.Lowered(tree: tree, filter: query.filter), query.notes)
    } catch {
      throw Self.malformed(error, in: typed)
    }
  }

  /// A line with the searches of other lines in place of references to them: `#1 AND lay`.
  private func replacingReferences(
    in line: String, _ known: [Int: StrategyLowering.Lowered], _ numbers: Set<Int>,
    _ referenced: inout ReferencedLines, _ references: inout Set<Int>
  ) throws(Malformed) -> DerivedText {
    var typed = DerivedText()
    var offset = 0
    var end = line.startIndex
    for match in line.matches(of: Self.reference) {
      for scalar in line[end..<match.range.lowerBound].unicodeScalars {
        typed.append(scalar, from: offset)
        offset += 1
      }
      guard let number = Int(match.output.1), let other = known[number] else {
        throw StrategyLowering.missing(Int(match.output.1) ?? 0, in: numbers, at: offset)
      }
      references.insert(number)
      try referenced.add([number], of: known)
      typed.append("(\(referenced.text(number, other)))", from: offset)
      offset += match.output.0.unicodeScalars.count
      end = match.range.upperBound
    }
    for scalar in line[end...].unicodeScalars {
      typed.append(scalar, from: offset)
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
    case .badRange, .tooManyWords, .noSuchLine:
      // Parsing a line never throws these.
      Malformed("Invalid line", error.description, at: 0)
    }
  }
}
