import Literature

/// Cuts a query's text into lexemes, in one pass from left to right.
struct QueryLexer {
  private(set) var lexemes: [QueryLexeme] = []
  /// What was forgiven piece by piece.
  private(set) var notes: [String] = []
  /// The first thing that keeps the whole from being well-formed.
  private(set) var malformed: Malformed?

  private let text: [Unicode.Scalar]
  private let limits: LimitParser
  private var place = 0
  /// The `+` or `-` that the next lexeme takes with it.
  private var sign: QueryLexeme.Kind?

  /// Reads a text whole.
  ///
  /// - Throws: ``QueryError/unknownCode(facet:code:nearest:position:)`` alone.
  init(_ text: String, limits: LimitParser) throws(QueryError) {
    self.text = Array(text.unicodeScalars)
    self.limits = limits
    while place < self.text.count {
      try next()
    }
  }

  /// A lexeme under the sign that was read before it, if any.
  private mutating func emit(_ kind: QueryLexeme.Kind, at position: Int) {
    if let sign { lexemes.append(QueryLexeme(kind: sign, position: position - 1)) }
    sign = nil
    lexemes.append(QueryLexeme(kind: kind, position: position))
  }

  private mutating func next() throws(QueryError) {
    let scalar = text[place]
    if QueryCharacters.isSeparator(scalar) {
      place += 1
    } else if scalar == "(" {
      emit(.open(nil), at: place)
      place += 1
    } else if scalar == ")" {
      emit(.close, at: place)
      place += 1
    } else if QueryCharacters.isQuote(scalar) {
      let start = place
      if let phrase = phrase() { emit(.atom(phrase), at: start) }
      sign = nil
    } else {
      readSign()
      // A quotation mark after a sign is read as any other.
      if QueryCharacters.isQuote(text[place]) { return }
      try word()
      sign = nil
    }
  }

  /// The phrase between the quotation mark here and the next; steps over the mark alone when
  /// there is no next.
  private mutating func phrase() -> QueryTree? {
    let start = place
    place += 1
    guard let end = text[place...].firstIndex(where: QueryCharacters.isQuote) else {
      malformed =
        malformed ?? Malformed("A quotation mark is opened and never closed", at: start)
      return nil
    }
    let inside = text[place..<end]
    place = end + 1
    if inside.contains("*") { notes.append("A * inside quotation marks has no effect.") }
    let words = QueryCharacters.words(inside)
    if words.isEmpty { notes.append("Quotation marks without a word were left out.") }
    return words.isEmpty ? nil : .phrase(words)
  }

  /// A word, an operator, or a field with what follows its colon.
  private mutating func word() throws(QueryError) {
    let start = place
    while place < text.count, !QueryCharacters.isBoundary(text[place]) {
      if text[place] == ":", try field(from: start) { return }
      place += 1
    }
    let run = text[start..<place]
    if sign == nil, QueryLexeme.mayBeOperator(run) {
      do {
        if let kind = try QueryLexeme.operatorKind(String(scalars: run), at: start) {
          return emit(kind, at: start)
        }
      } catch {
        malformed = malformed ?? error
        return
      }
    }
    if run.contains(":"), let colon = unknownField(run) {
      notes.append("“\(String(scalars: run[..<colon])):” is not a field: searched as plain words.")
      return plain(run, at: start)
    }
    if let atom = atom(run) { emit(.atom(atom), at: start) }
  }

  /// Reads `+` or `-`, which are operators before a letter or a quotation mark only.
  private mutating func readSign() {
    let scalar = text[place]
    guard scalar == "+" || scalar == "-", place + 1 < text.count else { return }
    let next = text[place + 1]
    if scalar == "-", next == "(" {
      notes.append("“-” before a parenthesis has no effect: write NOT.")
    }
    guard next.properties.isAlphabetic || QueryCharacters.isQuote(next) else { return }
    sign = scalar == "+" ? .plus : .minus
    place += 1
  }

  /// A word or a prefix; `nil` when nothing in the run can be found.
  private mutating func atom(_ run: ArraySlice<Unicode.Scalar>) -> QueryTree? {
    guard let word = QueryCharacters.word(run) else {
      if run.contains("*") { notes.append("A * needs the beginning of a word before it.") }
      return nil
    }
    guard run.contains("*") else { return .word(word) }
    let end = run.lastIndex { $0 == "*" || QueryCharacters.isSearchable($0) }
    let isPrefix = end.map { run[$0] == "*" } ?? false
    if !isPrefix || word.contains("*") { notes.append("A * counts only at the end of a word.") }
    return isPrefix ? .prefix(word) : .word(word)
  }

  /// The colon of a run that looks like a field of a name we do not know (`foo:bar`, `https://x`).
  private func unknownField(_ run: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let colon = run.firstIndex(of: ":"), colon > run.startIndex,
      run[..<colon].allSatisfy({ $0.isASCII && ($0.properties.isAlphabetic || $0 == "_") }),
      run[colon...].contains(where: QueryCharacters.isSearchable)
    else { return nil }
    return colon
  }

  /// A run as plain words, parted at everything that is neither letter nor digit nor inside one.
  private mutating func plain(_ run: ArraySlice<Unicode.Scalar>, at position: Int) {
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

  private static let longestName =
    (QueryField.allCases.map(\.rawValue) + FilterField.allCases.map(\.rawValue))
    .map(\.count).max() ?? 0

  /// Reads a field whose name is the run from `start` to the colon here, with its operand.
  ///
  /// - Returns: `false`, having read nothing, when the name is no field's or nothing follows.
  private mutating func field(from start: Int) throws(QueryError) -> Bool {
    guard place - start <= Self.longestName, place + 1 < text.count,
      !QueryCharacters.isSeparator(text[place + 1]), text[place + 1] != ")"
    else { return false }
    let name = String(scalars: text[start..<place]).lowercased()
    if let field = QueryField(rawValue: name) {
      place += 1
      textOperand(of: field, at: start)
      return true
    }
    if let field = FilterField(rawValue: name) {
      place += 1
      try limitOperand(of: field, at: start)
      return true
    }
    return false
  }

  private mutating func textOperand(of field: QueryField, at start: Int) {
    if text[place] == "(" {
      place += 1
      return emit(.open(field), at: start)
    }
    var operand: QueryTree?
    if QueryCharacters.isQuote(text[place]) {
      operand = phrase()
    } else {
      let first = place
      while place < text.count, !QueryCharacters.isBoundary(text[place]) { place += 1 }
      operand = atom(text[first..<place])
    }
    if let operand { emit(.atom(.field(field, operand)), at: start) }
  }

  private mutating func limitOperand(of field: FilterField, at start: Int) throws(QueryError) {
    let first = place
    let value = quotedValue() ?? listedValue() ?? bareValue()
    let whole = text[start..<place]
    guard value.unicodeScalars.contains(where: QueryCharacters.isSearchable) else {
      return notes.append("“\(String(scalars: whole))” has no value and was left out.")
    }
    do {
      let value = Self.trimmed(value)
      emit(
        .limit(try limits.limit(field, value, position: first), String(scalars: whole)), at: start)
    } catch .badRange {
      notes.append(
        "“\(String(scalars: whole))” holds no number that can be read: searched as plain words.")
      plain(whole, at: start)
    }
  }

  /// A value in quotation marks: one code of several words.
  private mutating func quotedValue() -> String? {
    guard QueryCharacters.isQuote(text[place]), case .phrase(let words) = phrase() else {
      return nil
    }
    return words.joined(separator: " ")
  }

  /// Values in parentheses, one of which must hold: `method:(cohort OR case-control)`.
  private mutating func listedValue() -> String? {
    guard place < text.count, text[place] == "(" else { return nil }
    place += 1
    let stop = text[place...].firstIndex {
      $0 == "(" || $0 == ")" || QueryCharacters.isQuote($0)
    }
    guard let end = stop, text[end] == ")" else {
      malformed =
        malformed ?? Malformed("A parenthesis is opened and never closed", at: place - 1)
      return ""
    }
    let words = text[place..<end].split(whereSeparator: QueryCharacters.isSeparator).map {
      String(scalars: $0)
    }
    place = end + 1
    return words.filter { $0 != "OR" }.joined(separator: ",")
  }

  private mutating func bareValue() -> String {
    let first = place
    while place < text.count, !QueryCharacters.isBoundary(text[place]) { place += 1 }
    return String(scalars: text[first..<place])
  }

  /// A value without the punctuation that a sentence leaves at its end ("n:25, year:2018.").
  private static func trimmed(_ value: String) -> String {
    var value = value
    while let last = value.last, ",;".contains(last) || (last == "." && !value.hasSuffix("..")) {
      value.removeLast()
    }
    return value
  }
}
