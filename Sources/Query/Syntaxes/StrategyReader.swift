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
  /// Of a text of very many lines, only as many as a strategy can have are looked at.
  ///
  /// - Parameter isLong: whether the text may have any number of lines, as in a file or a form; a
  ///   query of very many lines is not one (``excess(in:)``).
  public static func isStrategy(_ text: String, isLong: Bool = false) -> Bool {
    let breaks = Self.breaks(in: text)
    guard breaks > 0, isLong || breaks <= mostPastedLines else { return false }
    let part =
      breaks > mostLines
      ? String(scalars: text.unicodeScalars.prefix(start(ofLine: mostLines + 1, in: text))) : text
    let text = PastedTable.lines(ofCSV: part)?.text ?? part
    return StrategyLines(StrategyText.scalars(text), syntax: .peerlit, isStrategy: false)
      .lines.count > 1
  }

  /// No strategy has more lines, wrapped ones included; they would take long to read.
  public static let mostLines = StrategyLines.mostLines
  /// The largest number of line breaks in a query that is a strategy; the length of a query is
  /// limited.
  package static let mostPastedLines = 400

  /// Whether a text has more lines than a strategy that is pasted as a query.
  package static func isTooLong(_ text: String) -> Bool { breaks(in: text) > mostPastedLines }

  /// The mistake of a query that is a strategy of too many lines; `nil` for other texts.
  static func excess(in text: String) -> MalformedQuery? {
    guard isTooLong(text), isStrategy(text, isLong: true) else { return nil }
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
      var strategy = try read(lines: table.text, syntax, isStrategy: isStrategy)
      for index in strategy.lines.indices {
        strategy.lines[index].position = table.origin(of: strategy.lines[index].position)
      }
      return strategy
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
    try ReadingDeadline.check()
    let known = syntax ?? SyntaxRecognition.syntax(of: text) ?? .peerlit
    var strategy = try read(
      text, in: known, isRecognised: syntax == nil && known != .peerlit, isStrategy: isStrategy)
    if syntax == nil, known == .peerlit {
      strategy.notes = SyntaxHint.notes(text) + strategy.notes
    }
    return strategy
  }

  /// Why a text has no lines that can be read; `nil` if it has.
  private static func mistake(in lines: StrategyLines, _ text: String) -> MalformedQuery? {
    if let (label, position) = lines.lettered {
      return MalformedQuery(
        text: text, problem: "“\(label)” as the number of a line",
        fix: label.contains(where: \.isNumber)
          ? "Number the lines 1, 2, 3, and so on, also where other lines refer to them."
          : "Number the lines with digits: 1., 2., and so on.",
        position: position)
    }
    guard lines.lines.isEmpty, let first = lines.skipped.first else { return nil }
    return MalformedQuery(
      text: text, problem: "Only headings and comments, such as “\(first)”,",
      fix: "Number the lines of the search: 1., 2., and so on.", position: 0)
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
    try ReadingDeadline.check()
    let split = StrategyLines(
      StrategyText.scalars(text), syntax: known, isStrategy: isStrategy)
    // At the deadline, the text is not divided any further.
    try ReadingDeadline.check()
    if let (number, position, startsAgain) = split.repeated {
      throw .malformed(
        MalformedQuery(
          text: text, problem: "Second line with the number \(number)",
          fix: startsAgain
            ? "Paste the search of one database at a time, or give each line a different number."
            : "Give each line a different number.",
          position: position))
    }
    if let (name, position) = split.secondDatabase {
      throw .malformed(
        MalformedQuery(
          text: text, problem: "A second database, “\(name)”,",
          fix: "Paste the search of one database at a time.", position: position))
    }
    if let (number, position) = split.joined {
      throw .malformed(
        MalformedQuery(
          text: text, problem: "Line \(number) on the same line as line \(number - 1)",
          fix: JoinedLines.fix, position: position))
    }
    if let mistake = Self.mistake(in: split, text) { throw .malformed(mistake) }
    var reader = StrategyLineReader(
      text, split, syntax: known, values: FilterValueParser(vocabulary: vocabulary))
    var lines: [Strategy.Line] = []
    for line in split.lines { lines.append(try reader.read(line)) }
    return Strategy(
      syntax: known, isRecognised: isRecognised, lines: lines,
      notes: split.skipped.map { "“\($0)” is not part of the strategy and was skipped." }
        + split.counted)
  }
}
