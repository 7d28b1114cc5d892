import Literature

/// Splits a query into lexemes, in one pass from left to right.
struct QueryLexer {
  private(set) var lexemes: [QueryLexeme] = []
  /// Notes on what was tolerated or ignored.
  var notes: [String] = []
  /// The first syntax error; because of it, even plain text is searched only as words.
  private(set) var malformed: Malformed?
  /// The first oddity that is ignored in plain text, with a note, and an error in a structured
  /// query.
  private(set) var oddity: Malformed?
  /// Whether the query is structured: it uses an operator in capitals, a field or a filter.
  var isStructured: Bool { isMarkedStructured || lexemes.contains(where: \.isStructure) }

  /// Whether something malformed was read that is certainly an operator, a field or a filter.
  var isMarkedStructured = false

  let text: [Unicode.Scalar]
  let values: FilterValueParser
  /// Whether the text has a digit, as every identifier has.
  let hasDigit: Bool
  /// Whether the text has a letter in lower case, so that words in capitals stand out.
  let hasLowerCase: Bool
  var position = 0
  /// The `+` or `-` that applies to the next lexeme.
  private var sign: QueryLexeme.Kind?

  /// Whether filters with invalid values are left out, instead of being errors.
  let leavesOutInvalid: Bool
  /// The values that were left out.
  var leftOut: [InvalidFilter] = []

  /// Lexes the whole text.
  ///
  /// - Parameters:
  ///   - leavesOutInvalid: whether to leave out filters with invalid values.
  ///   - readsSingleQuotes: whether single quotation marks enclose phrases in plain text as well,
  ///     as they do in a structured query.
  /// - Throws: only ``QueryError/unknownCode(facet:code:nearest:position:text:)`` and
  ///   ``QueryError/tookTooLong``.
  init(
    _ text: String, values: FilterValueParser, leavesOutInvalid: Bool = false,
    readsSingleQuotes: Bool = false
  ) throws(QueryError) {
    let typed: [Unicode.Scalar] = text.unicodeScalars.map {
      QueryCharacters.isOtherAsterisk($0) ? "*" : $0
    }
    let quotes = SingleQuotes(typed)
    do throws(QueryError) {
      var lexer = try QueryLexer(
        quotes.withDoubleMarks ?? typed, values: values, leavesOutInvalid: leavesOutInvalid)
      if !lexer.isStructured, !readsSingleQuotes, !quotes.phrases.isEmpty {
        lexer = try QueryLexer(typed, values: values, leavesOutInvalid: leavesOutInvalid)
        if let phrase = quotes.ofSeveralWords.first.map(quotes.typed) {
          lexer.notes.append(
            "“\(phrase)” is searched as words. For a phrase, use double quotation marks.")
        }
      } else if lexer.isStructured || readsSingleQuotes, let note = quotes.note {
        lexer.notes.append(note)
      }
      self = lexer
    } catch {
      throw error.located(in: text)
    }
    for index in leftOut.indices { leftOut[index].error = leftOut[index].error.located(in: text) }
    if let note = noteOnLowerCase { notes.append(note) }
  }

  private init(
    _ text: [Unicode.Scalar], values: FilterValueParser, leavesOutInvalid: Bool
  ) throws(QueryError) {
    self.text = text
    self.values = values
    self.leavesOutInvalid = leavesOutInvalid
    hasDigit = text.contains(where: QueryCharacters.isASCIIDigit)
    hasLowerCase = text.contains { $0.properties.isLowercase }
    // Enough for most queries.
    lexemes.reserveCapacity(8)
    var steps = 0
    while position < text.count {
      if steps.isMultiple(of: ReadingDeadline.steps) { try ReadingDeadline.check() }
      steps += 1
      try next()
    }
  }

  /// Records the first syntax error.
  mutating func fail(_ problem: String, _ fix: String, at position: Int) {
    malformed = malformed ?? Malformed(problem, fix, at: position)
  }

  /// Records the first oddity, with a note about how plain text handles it; `nil` for none, if plain
  /// text often has it.
  mutating func doubt(
    _ problem: String, _ fix: @autoclosure () -> String, at position: Int, note: String?
  ) {
    if oddity == nil { oddity = Malformed(problem, fix(), at: position) }
    if let note { notes.append(note) }
  }

  /// Appends a lexeme, preceded by the pending sign if there is one.
  mutating func emit(_ kind: QueryLexeme.Kind, at position: Int) {
    if let sign { lexemes.append(QueryLexeme(kind: sign, position: position - 1)) }
    sign = nil
    lexemes.append(QueryLexeme(kind: kind, position: position))
  }

  private mutating func next() throws(QueryError) {
    let scalar = text[position]
    if QueryCharacters.isSeparator(scalar) {
      position += 1
    } else if scalar == "(" {
      emit(.open(nil), at: position)
      position += 1
    } else if scalar == ")" {
      emit(.close, at: position)
      position += 1
    } else if QueryCharacters.isQuote(scalar) {
      let start = position
      if let phrase = phrase() { emit(.atom(phrase), at: start) }
      sign = nil
    } else {
      readSign()
      // A phrase after a sign is read as any other phrase.
      if QueryCharacters.isQuote(text[position]) { return }
      try word()
      sign = nil
    }
  }

  /// The phrase between this quotation mark and the next.
  ///
  /// If there is no next one, only the mark is consumed.
  mutating func phrase() -> QueryTree? {
    let start = position
    position += 1
    guard let end = text[position...].firstIndex(where: QueryCharacters.isQuote) else {
      malformed = malformed ?? Malformed.unmatchedQuotation(at: start)
      return nil
    }
    let inside = text[position..<end]
    position = end + 1
    var leaves: [QueryTree] = []
    for run in inside.split(whereSeparator: QueryCharacters.isBoundary) {
      leaves += self.leaves(run)
    }
    if leaves.isEmpty {
      doubt(
        "Empty quotation marks", "Write a phrase between them, or remove them.", at: start,
        note: "Empty quotation marks were ignored.")
      return nil
    }
    let words = leaves.compactMap { if case .word(let word) = $0 { word } else { nil } }
    if words.count == leaves.count { return .phrase(words) }
    return leaves.count == 1 ? leaves[0] : .pre(distance: 0, leaves)
  }

  /// Reads a word, an operator, or a field with its operand.
  private mutating func word() throws(QueryError) {
    let start = position
    if identifier() { return }
    while position < text.count, !QueryCharacters.isBoundary(text[position]) {
      if text[position] == ":", try field(from: start) { return }
      position += 1
    }
    let run = text[start..<position]
    if run.count == 1, run.first == "&", joinLetters() { return }
    if hasDigit, detachedDistance(run) { return }
    if sign == nil, QueryLexeme.mayBeOperator(run) {
      do {
        if let kind = try QueryLexeme.operatorKind(String(scalars: run), at: start) {
          distanceInParentheses(after: run)
          return emit(kind, at: start)
        }
      } catch {
        malformed = malformed ?? error
        isMarkedStructured = true
        return
      }
    }
    if spacedComparison(run) { return plain(run, at: start) }
    if run.last == ":", detachedField(run) { return plain(run, at: start) }
    if run.contains(":"), let colon = unknownField(run) {
      let name = String(scalars: run[..<colon])
      doubt(
        "Unknown field “\(name):”",
        QueryFieldNames.advice(for: name), at: start,
        note: "Unknown field “\(name):”; searched as plain words.")
      return plain(run, at: start)
    }
    doubtComparison(run)
    doubtBareRange(run)
    doubtOperator(run)
    doubtMissingSpace(run)
    doubtProximity(run)
    if distanceAfterPhrase(run) { return }
    if let atom = atom(run) { emit(.atom(atom), at: start) }
  }

  /// Joins a letter before “&” with the letter after it, because A & E is the same as A&E; `false`
  /// if there are no such letters.
  private mutating func joinLetters() -> Bool {
    guard let last = lexemes.last, case .atom(.word(let before)) = last.kind,
      before.unicodeScalars.count == 1,
      let start = text[position...].firstIndex(where: { !QueryCharacters.isSeparator($0) })
    else { return false }
    let end = text[start...].firstIndex(where: QueryCharacters.isBoundary) ?? text.count
    guard end == start + 1, QueryCharacters.isASCIILetter(text[start]) else { return false }
    lexemes[lexemes.count - 1] = QueryLexeme(
      kind: .atom(.word(before + "&" + String(text[start]))), position: last.position)
    position = end
    return true
  }

  /// Reads `+` or `-`, which are operators only before a letter or a quotation mark.
  private mutating func readSign() {
    let scalar = text[position]
    guard scalar == "+" || scalar == "-", position + 1 < text.count else { return }
    let next = text[position + 1]
    if next == "(" {
      // Whether it is an operator is known only after the whole query has been read.
      lexemes.append(
        QueryLexeme(kind: scalar == "-" ? .minusGroup : .plusGroup, position: position))
    }
    guard next.properties.isAlphabetic || QueryCharacters.isQuote(next) else { return }
    sign = scalar == "+" ? .plus : .minus
    position += 1
  }

  /// A word, prefix or wildcard, or a phrase of these where a hyphen joins them; `nil` if the run
  /// has no searchable character.
  mutating func atom(_ run: ArraySlice<Unicode.Scalar>) -> QueryTree? {
    // Nearly all words have no wildcard.
    guard run.contains(where: QueryCharacters.isWildcard) else {
      return QueryCharacters.word(run).map { .word($0) }
    }
    let leaves = leaves(run)
    return leaves.count > 1 ? .pre(distance: 0, leaves) : leaves.first
  }

  /// The words, prefixes and wildcards of a run without boundaries: several where a hyphen or other
  /// punctuation joins parts with wildcards.
  private mutating func leaves(_ run: ArraySlice<Unicode.Scalar>) -> [QueryTree] {
    guard run.contains(where: QueryCharacters.isWildcard) else {
      return QueryCharacters.word(run).map { [.word($0)] } ?? []
    }
    guard let first = run.firstIndex(where: QueryCharacters.isSearchable) else {
      if let star = run.firstIndex(of: "*") { lone(star) }
      return []
    }
    if first > run.startIndex, run[first - 1] == "*" { lone(first - 1) }
    guard WildcardReader.hasWildcard(run[first...]) else {
      return QueryCharacters.word(run[first...]).map { [.word($0)] } ?? []
    }
    return WildcardReader.leaves(run[first...])
  }

  /// Reports an asterisk without letters before it.
  private mutating func lone(_ position: Int) {
    doubt(
      "“*” without letters before it",
      "Write the beginning of the word (behavio*), or list the words: (a OR b).",
      at: position, note: "“*” needs letters before it.")
  }

  /// The index of the colon in a run that looks like an unknown field (`foo:bar`, `https://x`).
  private func unknownField(_ run: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let colon = run.firstIndex(of: ":"), colon > run.startIndex,
      run[..<colon].allSatisfy({ $0.isASCII && ($0.properties.isAlphabetic || $0 == "_") }),
      run[colon...].contains(where: QueryCharacters.isSearchable)
        || colon == run.endIndex - 1 && isOperandNext
    else { return nil }
    return colon
  }

  /// Emits a run as plain words, split at everything that is not part of a word.
  mutating func plain(_ run: ArraySlice<Unicode.Scalar>, at position: Int) {
    let words = QueryCharacters.words(run) { scalar in
      !QueryCharacters.isSearchable(scalar) && scalar != "." && scalar != "-" && scalar != "’"
        && scalar != "'"
    }
    let sign = sign
    for word in words {
      self.sign = sign
      emit(.atom(.word(word)), at: position)
    }
  }
}
