import Literature

/// Splits a line of a strategy into lexemes.
///
/// The common parts are here; the parts for single platforms are in separate files.
struct StrategyLexer {
  let syntax: QuerySyntax
  let terms: StrategyTerms
  let text: [Unicode.Scalar]
  let hasLines: Bool
  /// The greatest number that, alone, refers to a line.
  let lastLine: Int
  /// The numbers of all lines.
  let numbers: Set<Int>
  /// The index of the last slash, which ends subject headings in Ovid; -1 if there is none.
  let lastSlash: Int
  var position = 0
  var lexemes: [StrategyLexeme] = []
  private var distinctNotes = DistinctNotes()
  /// PubMed: no tag follows any lexeme that begins before this index.
  var untaggedEnd = 0
  /// Ovid: number of references to lines in lists such as `or/1-4`.
  var references = 0
  /// Whether a lexeme refers to a line.
  private(set) var hasReference = false
  /// Whether each parenthesis that is open is in a field: `TI (`.
  private var groups: [Bool] = []

  /// Lexes a line.
  ///
  /// - Parameters:
  ///   - text: the scalars of the line, from ``StrategyText``.
  ///   - hasLines: whether a number alone refers to another line, as it always does in Ovid.
  ///   - lastLine: the greatest number that, alone, refers to a line.
  ///   - numbers: the numbers of all lines.
  /// - Throws: ``Malformed``, with a position in the line.
  init(
    _ text: [Unicode.Scalar], syntax: QuerySyntax, hasLines: Bool = false, lastLine: Int,
    numbers: Set<Int> = []
  ) throws(Malformed) {
    self.text = text
    self.syntax = syntax
    self.hasLines = hasLines
    self.lastLine = lastLine
    self.numbers = numbers
    lastSlash = text.lastIndex(of: "/") ?? -1
    terms = StrategyTerms(syntax: syntax)
    try expectFieldLists()
    noteSingleQuotes()
    var steps = 0
    while position < text.count {
      if steps.isMultiple(of: ReadingDeadline.steps) { try Malformed.checkDeadline() }
      steps += 1
      try next()
    }
  }

  /// Notes on the parts that have no equivalent, one sentence each.
  var notes: [String] { distinctNotes.list }

  /// The longest name of a field, and the longest operator with what belongs to it.
  ///
  /// A lexeme looks no further ahead, so that reading takes time linear in the length of the line.
  static let longestName = 100

  /// A part of the text that begins at an index and is long enough for any name.
  func lookahead(from start: Int) -> ArraySlice<Unicode.Scalar> {
    text[start..<min(text.count, start + Self.longestName)]
  }

  /// The index after the run that begins here; `nil` if it is too long for a name.
  var nameEnd: Int? {
    let end = runEnd(in: lookahead(from: position)) { _ in false }
    return end - position < Self.longestName ? end : nil
  }

  private mutating func next() throws(Malformed) {
    let scalar = text[position]
    if QueryCharacters.isSeparator(scalar) {
      position += 1
    } else if scalar == "(", syntax == .wos, wosFieldName() {
      return
    } else if scalar == "(" {
      try expectNoTagInParentheses()
      add(.open, to: position + 1)
    } else if scalar == ")" {
      add(.close, to: position + 1)
    } else if scalar == "{", try bracedLines() {
      return
    } else if try platformLexeme() {
      return
    } else if scalar == "[", remark() {
      return
    } else if scalar == "\"" {
      try quoted()
    } else {
      try run()
    }
  }

  /// A lexeme that only this platform has; `false`, and nothing is consumed, for any other.
  private mutating func platformLexeme() throws(Malformed) -> Bool {
    switch syntax {
    case .ovid: try ovidLexeme()
    case .pubmed: try pubmedLexeme()
    case .ebsco: try ebscoLexeme()
    case .scopus: try scopusLexeme()
    case .wos: try wosLexeme()
    case .peerlit: false
    }
  }

  /// Skips a comment in square brackets, `#1 AND #2 [Population]`, which Ovid also has.
  private mutating func remark() -> Bool {
    guard position == 0 || QueryCharacters.isSeparator(text[position - 1]),
      let end = lookahead(from: position).firstIndex(of: "]")
    else { return false }
    note(
      "“\(String(scalars: text[position...end]))” is read as a comment and is not searched.")
    position = end + 1
    return true
  }

  // MARK: Adding

  /// Appends a lexeme and consumes its text.
  mutating func add(_ kind: StrategyLexeme.Kind, to end: Int) {
    switch kind {
    case .open: groups.append(isInField || isAfterPrefix)
    case .close: _ = groups.popLast()
    case .node(.line): hasReference = true
    default: break
    }
    lexemes.append(
      StrategyLexeme(kind: kind, position: position, text: String(scalars: text[position..<end])))
    position = end
  }

  mutating func note(_ text: String) {
    distinctNotes.add(text)
  }

  /// Whether the place is in a group that a field applies to.
  var isInField: Bool { groups.last == true }

  /// Whether the last lexeme is the field of the next operand.
  var isAfterPrefix: Bool {
    switch lexemes.last?.kind {
    case .prefix, .typePrefix, .datePrefix, .unsupportedPrefix: true
    default: false
    }
  }

  // MARK: Reading

  /// Whether an operand can begin here: at the start, or after an operator, a parenthesis or a
  /// field.
  var isOperandExpected: Bool {
    switch lexemes.last?.kind {
    case nil, .open, .and, .or, .not, .refine, .near, .prefix, .typePrefix, .datePrefix,
      .unsupportedPrefix:
      true
    default: false
    }
  }

  /// Reads a quoted phrase.
  mutating func quoted() throws(Malformed) {
    let (inside, end) = try quotation()
    let leaves = try terms.leaves(text[inside], at: position)
    guard let phrase = StrategyTerms.phrase(leaves) else {
      throw Malformed("Empty quotation marks", "Write a phrase between them.", at: position)
    }
    add(.node(.term(phrase)), to: end)
  }

  /// The range inside the quotation marks that begin here, and the index after them.
  func quotation() throws(Malformed) -> (inside: Range<Int>, end: Int) {
    guard let end = text[(position + 1)...].firstIndex(of: text[position]) else {
      throw Malformed.unmatchedQuotation(at: position)
    }
    return (position + 1..<end, end + 1)
  }

  /// The index of the first character from an index on that is not a separator; `nil` if none is.
  func wordStart(from start: Int) -> Int? {
    text[start...].firstIndex { !QueryCharacters.isSeparator($0) }
  }

  /// The index after the run of characters that begins at an index.
  func runEnd(_ start: Int, _ isBoundary: (Unicode.Scalar) -> Bool = { _ in false }) -> Int {
    runEnd(in: text[start...], isBoundary)
  }

  /// The index after the run at the beginning of a part of the text, which the run may fill.
  private func runEnd(
    in part: ArraySlice<Unicode.Scalar>, _ isBoundary: (Unicode.Scalar) -> Bool
  ) -> Int {
    part.firstIndex {
      QueryCharacters.isSeparator($0) || $0 == "(" || $0 == ")" || $0 == "\"" || isBoundary($0)
    } ?? part.endIndex
  }

  /// Reads a word, an operator or a reference to a line.
  mutating func run() throws(Malformed) {
    try expectJoinedDistance()
    let end = max(position + 1, wordEnd)
    let word = String(scalars: text[position..<end])
    if let kind = operatorKind(word) {
      if syntax == .pubmed, word != word.uppercased(), !isAfterClosedTerm,
        lexemes.last?.text != "and"
      {
        note("“\(word)” in lower case is read as \(word.uppercased()).")
      }
      if word.uppercased() == ProximityOperator.sentence {
        note("“\(word)” (same sentence) is read as NEAR/15.")
      }
      return add(kind, to: end)
    }
    if let number = try line(word) { return add(.node(.line(number, position: position)), to: end) }
    try expectKnown(word)
    try expectSpaces(word, at: position)
    let leaves = try terms.leaves(text[position..<end], at: position)
    guard let term = StrategyTerms.phrase(leaves) else {
      // Punctuation between words.
      position = end
      return
    }
    add(.node(.term(term)), to: end)
  }

  /// The index after the word that begins here, which in Ovid may end where its fields begin.
  private var wordEnd: Int {
    text[position...].indices.first { index in
      let scalar = text[index]
      if QueryCharacters.isSeparator(scalar) || scalar == "(" || scalar == ")" { return true }
      if scalar == "\"" || isPlatformBoundary(scalar) { return true }
      return syntax == .ovid && isFieldStart(index)
    } ?? text.count
  }

  /// Whether the last lexeme is a reference, or ends with a bracket, a parenthesis or a quotation
  /// mark.
  private var isAfterClosedTerm: Bool {
    guard let lexeme = lexemes.last else { return false }
    if case .node(.line) = lexeme.kind { return true }
    return lexeme.text.last.map { "])\"".contains($0) } ?? false
  }

  private func isPlatformBoundary(_ scalar: Unicode.Scalar) -> Bool {
    switch syntax {
    case .pubmed, .ovid: scalar == "["
    case .ebsco: scalar == "+"
    case .scopus: scalar == "{"
    default: false
    }
  }

  /// The operator that a word is on this platform, if it is one.
  private func operatorKind(_ word: String) -> StrategyLexeme.Kind? {
    if let kind = StrategyOperators.boolean(word, in: syntax) { return kind }
    let upper = word.uppercased()
    // Where a term is expected, others can be words: N95 masks, near death.
    guard !isOperandExpected || upper.hasPrefix("ADJ") || upper.contains("/") else { return nil }
    return StrategyOperators.proximity(upper, in: syntax)
  }
}
