import Appraisal
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
    let known = syntax ?? SyntaxRecognition.syntax(of: text) ?? .peerlit
    let scalars = StrategyText.scalars(text)
    let split = StrategyLines(scalars, syntax: known, isStrategy: isStrategy)
    var lowered: [Int: StrategyLowering.Lowered] = [:]
    var lines: [Strategy.Line] = []
    for line in split.lines {
      let (parsed, notes) = try parse(
        line, text, scalars, known, lowered, hasLines: split.lines.count > 1)
      lowered[line.number] = parsed
      lines.append(
        Strategy.Line(
          number: line.number,
          text: String(scalars: scalars[line.range].map { $0 == "\n" || $0 == "\r" ? " " : $0 }),
          query: Query(
            text: text, tree: parsed.tree ?? .nothing, filter: parsed.filter,
            notes: line.notes + notes, isStructured: true, syntax: known)))
    }
    return Strategy(
      syntax: known, isRecognised: syntax == nil && known != .peerlit, lines: lines,
      notes: split.skipped.map { "“\($0)” is not part of the strategy and was skipped." }
        + [split.counted].compactMap(\.self))
  }

  private func parse(
    _ line: StrategyLines.Line, _ text: String, _ scalars: [Unicode.Scalar],
    _ syntax: QuerySyntax, _ known: [Int: StrategyLowering.Lowered], hasLines: Bool
  ) throws(QueryError) -> (StrategyLowering.Lowered, [String]) {
    let limits = StrategyLimits(scalars, line.range, syntax: syntax)
    var notes = limits.notes
    do throws(Malformed) {
      var lowering = StrategyLowering(lines: known)
      var parsed: StrategyLowering.Lowered
      if let number = limits.limitedLine {
        parsed = try lowering.lower(.line(number))
      } else if syntax == .peerlit {
        return try native(scalars, limits.range, text, known)
      } else {
        let lexer = try StrategyLexer(
          Array(scalars[limits.range]), syntax: syntax, hasLines: hasLines)
        if lexer.tokens.isEmpty, hasLines {
          return (StrategyLowering.Lowered(), ["This line has nothing to search for."])
        }
        var parser = StrategyParser(lexer.tokens, syntax: syntax)
        parsed = try lowering.lower(try parser.whole())
        notes += lexer.notes + parser.notes
      }
      if let years = limits.years { parsed.filter[range: .year].add(years) }
      notes += lowering.notes
      if let tree = parsed.tree, tree.isOnlyNegative {
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

  private func native(
    _ scalars: [Unicode.Scalar], _ range: Range<Int>, _ text: String,
    _ known: [Int: StrategyLowering.Lowered]
  ) throws(Malformed) -> (StrategyLowering.Lowered, [String]) {
    let line = String(scalars: scalars[range])
    // A line of only numbers and operators refers to other lines, in any notation.
    if line.contains(/^(?i)[\s()#\d]*(\s*\b(and|or|not|and\/|or\/)[\s()#\d,-]*)*$/) {
      let lexer = try StrategyLexer(Array(scalars[range]), syntax: .ovid)
      var parser = StrategyParser(lexer.tokens, syntax: .ovid)
      var lowering = StrategyLowering(lines: known)
      let parsed = try lowering.lower(try parser.whole())
      return (parsed, lowering.notes)
    }
    var filter = Filter()
    var missing: Int?
    let typed = line.replacing(/#(\d{1,3})\b/) { match in
      guard let number = Int(match.1), let line = known[number] else {
        missing = Int(match.1)
        return String(match.0)
      }
      filter.merge(line.filter)
      return "(\(line.tree?.queryText ?? ""))"
    }
    if let missing {
      throw Malformed(
        "Line \(missing) is not in the strategy", "Refer to lines above this one.", at: 0)
    }
    do throws(QueryError) {
      let query = try QueryParser(vocabulary: vocabulary).parse(typed, syntax: .peerlit)
      filter.merge(query.filter)
      let tree = query.tree.isEmpty ? nil : query.tree
      return (StrategyLowering.Lowered(tree: tree, filter: filter), query.notes)
    } catch {
      guard case .malformed(let mistake) = error else {
        throw Malformed(error.description, "", at: 0)
      }
      throw Malformed(
        mistake.problem, mistake.fix, at: typed == line ? mistake.position : 0)
    }
  }
}
