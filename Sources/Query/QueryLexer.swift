import Literature

/// Splits a query into lexemes, in one pass from left to right.
struct QueryLexer {
  private(set) var lexemes: [QueryLexeme] = []
  /// Notes on what was tolerated or ignored.
  private(set) var notes: [String] = []
  /// The first syntax error.
  private(set) var malformed: Malformed?

  private let text: [Unicode.Scalar]
  private let values: FilterValueParser
  private var place = 0
  /// The `+` or `-` that applies to the next lexeme.
  private var sign: QueryLexeme.Kind?

  /// Lexes the whole text.
  ///
  /// - Throws: only ``QueryError/unknownCode(facet:code:nearest:position:)``.
  init(_ text: String, values: FilterValueParser) throws(QueryError) {
    self.text = Array(text.unicodeScalars)
    self.values = values
    while place < self.text.count {
      try next()
    }
  }

  /// Appends a lexeme, preceded by the pending sign if there is one.
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
      // A phrase after a sign is read like any other phrase.
      if QueryCharacters.isQuote(text[place]) { return }
      try word()
      sign = nil
    }
  }

  /// The phrase between this quotation mark and the next.
  ///
  /// If there is no next one, only the mark is consumed.
  private mutating func phrase() -> QueryTree? {
    let start = place
    place += 1
    guard let end = text[place...].firstIndex(where: QueryCharacters.isQuote) else {
      malformed =
        malformed ?? Malformed("Unmatched quotation mark", at: start)
      return nil
    }
    let inside = text[place..<end]
    place = end + 1
    if inside.contains("*") { notes.append("“*” has no effect inside quotation marks.") }
    let words = QueryCharacters.words(inside)
    if words.isEmpty { notes.append("Empty quotation marks were ignored.") }
    return words.isEmpty ? nil : .phrase(words)
  }

  /// Reads a word, an operator, or a field with its operand.
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
      notes.append("Unknown field “\(String(scalars: run[..<colon])):”; searched as plain words.")
      return plain(run, at: start)
    }
    if let atom = atom(run) { emit(.atom(atom), at: start) }
  }

  /// Reads `+` or `-`, which are operators only before a letter or a quotation mark.
  private mutating func readSign() {
    let scalar = text[place]
    guard scalar == "+" || scalar == "-", place + 1 < text.count else { return }
    let next = text[place + 1]
    if scalar == "-", next == "(" {
      notes.append("“-” has no effect before a parenthesis; use NOT.")
    }
    guard next.properties.isAlphabetic || QueryCharacters.isQuote(next) else { return }
    sign = scalar == "+" ? .plus : .minus
    place += 1
  }

  /// A word or a prefix; `nil` when the run has no searchable character.
  private mutating func atom(_ run: ArraySlice<Unicode.Scalar>) -> QueryTree? {
    guard let word = QueryCharacters.word(run) else {
      if run.contains("*") { notes.append("“*” needs the start of a word before it.") }
      return nil
    }
    guard run.contains("*") else { return .word(word) }
    let end = run.lastIndex { $0 == "*" || QueryCharacters.isSearchable($0) }
    let isPrefix = end.map { run[$0] == "*" } ?? false
    if !isPrefix || word.contains("*") { notes.append("“*” works only at the end of a word.") }
    return isPrefix ? .prefix(word) : .word(word)
  }

  /// The index of the colon in a run that looks like an unknown field (`foo:bar`, `https://x`).
  private func unknownField(_ run: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let colon = run.firstIndex(of: ":"), colon > run.startIndex,
      run[..<colon].allSatisfy({ $0.isASCII && ($0.properties.isAlphabetic || $0 == "_") }),
      run[colon...].contains(where: QueryCharacters.isSearchable)
    else { return nil }
    return colon
  }

  /// Emits a run as plain words, split at everything that is not part of a word.
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
    (QueryField.allCases.map(\.rawValue) + FacetDefinition.filters.compactMap(\.field))
    .map(\.count).max() ?? 0

  /// Reads a field and its operand; the name runs from `start` to the colon here.
  ///
  /// - Returns: `false`, and nothing is consumed, if the name is not a field or nothing follows it.
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
    if let facet = FacetName(queryField: name) {
      place += 1
      try filterOperand(of: facet, at: start)
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

  private mutating func filterOperand(of facet: FacetName, at start: Int) throws(QueryError) {
    let first = place
    let value = quotedValue() ?? listedValue() ?? bareValue()
    let whole = text[start..<place]
    guard value.unicodeScalars.contains(where: QueryCharacters.isSearchable) else {
      return notes.append("“\(String(scalars: whole))” has no value and was ignored.")
    }
    do {
      let value = Self.trimmed(value)
      emit(
        .limit(
          try values.value(of: facet, value, position: first), String(scalars: whole)), at: start)
    } catch .badRange {
      notes.append(
        "“\(String(scalars: whole))” is not a valid number or range; searched as plain words.")
      plain(whole, at: start)
    }
  }

  /// A quoted value: one code of several words.
  private mutating func quotedValue() -> String? {
    guard QueryCharacters.isQuote(text[place]), case .phrase(let words) = phrase() else {
      return nil
    }
    return words.joined(separator: " ")
  }

  /// Alternative values in parentheses: `method:(cohort OR case-control)`.
  private mutating func listedValue() -> String? {
    guard place < text.count, text[place] == "(" else { return nil }
    place += 1
    let stop = text[place...].firstIndex {
      $0 == "(" || $0 == ")" || QueryCharacters.isQuote($0)
    }
    guard let end = stop, text[end] == ")" else {
      malformed =
        malformed ?? Malformed("Unmatched “(”", at: place - 1)
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

  /// The value without trailing punctuation ("n:25, year:2018.").
  private static func trimmed(_ value: String) -> String {
    var value = value
    while let last = value.last, ",;".contains(last) || (last == "." && !value.hasSuffix("..")) {
      value.removeLast()
    }
    return value
  }
}
