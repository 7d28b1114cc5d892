import Literature

/// Splits a query into lexemes, in one pass from left to right.
struct QueryLexer {
  private(set) var lexemes: [QueryLexeme] = []
  /// Notes on what was tolerated or ignored.
  private(set) var notes: [String] = []
  /// The first syntax error, because of which even plain text is searched only as words.
  private(set) var malformed: Malformed?
  /// The first oddity that is ignored in plain text, with a note, and an error in a structured query.
  private(set) var oddity: Malformed?
  /// Whether the query is structured: it uses an operator in capitals, a field or a filter.
  var isStructured: Bool { isMarkedStructured || lexemes.contains(where: \.isStructure) }

  /// Whether something malformed was read that is certainly an operator, a field or a filter.
  private var isMarkedStructured = false

  private let text: [Unicode.Scalar]
  private let values: FilterValueParser
  /// Whether the text has a digit, as every identifier has.
  private let hasDigit: Bool
  private var place = 0
  /// The `+` or `-` that applies to the next lexeme.
  private var sign: QueryLexeme.Kind?

  /// Lexes the whole text.
  ///
  /// - Throws: only ``QueryError/unknownCode(facet:code:nearest:position:)``.
  init(_ text: String, values: FilterValueParser) throws(QueryError) {
    self.text = Array(text.unicodeScalars)
    self.values = values
    hasDigit = self.text.contains(where: QueryCharacters.isASCIIDigit)
    while place < self.text.count {
      try next()
    }
  }

  /// Records the first syntax error.
  private mutating func fail(_ problem: String, _ fix: String, at position: Int) {
    malformed = malformed ?? Malformed(problem, fix, at: position)
  }

  /// Records the first oddity, with a note about how plain text handles it.
  private mutating func doubt(
    _ problem: String, _ fix: @autoclosure () -> String, at position: Int, note: String
  ) {
    if oddity == nil { oddity = Malformed(problem, fix(), at: position) }
    notes.append(note)
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
      // A phrase after a sign is read as any other phrase.
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
      fail("Unmatched quotation mark", "Add the closing quotation mark.", at: start)
      return nil
    }
    let inside = text[place..<end]
    place = end + 1
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
    let start = place
    if identifier() { return }
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
        isMarkedStructured = true
        return
      }
    }
    if run.contains(":"), let colon = unknownField(run) {
      let name = String(scalars: run[..<colon])
      doubt(
        "Unknown field “\(name):”",
        QueryFieldNames.advice(for: name), at: start,
        note: "Unknown field “\(name):”; searched as plain words.")
      return plain(run, at: start)
    }
    if let atom = atom(run) { emit(.atom(atom), at: start) }
  }

  /// Reads a DOI, a PMCID or the number of a register.
  ///
  /// - Returns: `false`, and nothing is consumed, for any other word.
  private mutating func identifier() -> Bool {
    guard mayBeIdentifier else { return false }
    let near = text[place...].prefix(Self.longestIdentifier)
    let run = near.prefix { !QueryCharacters.isSeparator($0) && !QueryCharacters.isQuote($0) }
    let name = String(scalars: run.prefix { $0 != ":" }).lowercased()
    guard name.unicodeScalars.count == run.count || IdentifierField(rawValue: name) == nil,
      let (_, length) = Identifier.leading(String(scalars: run))
    else { return false }
    let rest = run.dropFirst(length).prefix { $0 != ")" && $0 != "(" }
    guard !rest.contains(where: QueryCharacters.isSearchable), !rest.contains("*") else {
      return false
    }
    emit(.atom(.identifier(nil, String(scalars: run.prefix(length)))), at: place)
    place += length + rest.count
    return true
  }

  /// Longer DOIs are words.
  private static let longestIdentifier = 300

  /// Whether the next word begins like a DOI, or has letters and digits as a number of a register.
  ///
  /// Nearly all words need no closer look.
  private var mayBeIdentifier: Bool {
    guard hasDigit else { return false }
    let begin = text[place...].prefix(16)
    if begin.starts(with: "10.".unicodeScalars) { return true }
    let word = begin.prefix(while: QueryCharacters.isASCIILetter)
    if begin.contains(where: { $0 == ":" || $0 == "." || $0 == "/" }),
      ["doi", "dx", "http", "https"].contains(String(scalars: word).lowercased())
    {
      return true
    }
    let digits = begin.dropFirst(word.count).prefix {
      $0 == "-" || QueryCharacters.isASCIIDigit($0) || QueryCharacters.isASCIILetter($0)
    }
    return word.count >= 3 && digits.contains(where: QueryCharacters.isASCIIDigit)
  }

  /// Reads the operand of a field such as `doi:`; alternatives may be in parentheses.
  private mutating func identifierOperand(of field: IdentifierField, at start: Int) {
    var values: [String] = []
    if QueryCharacters.isQuote(text[place]),
      let end = text[(place + 1)...].firstIndex(where: QueryCharacters.isQuote)
    {
      values = [String(scalars: text[place + 1..<end])]
      place = end + 1
    } else if text[place] == "(" {
      values = (listedValue() ?? "").split(separator: ",").map(String.init)
    } else {
      let first = place
      while place < text.count, !QueryCharacters.isSeparator(text[place]) { place += 1 }
      // A DOI may have parentheses, but closes those that it opens.
      let operand = text[first..<place]
      var excess = operand.count { $0 == ")" } - operand.count { $0 == "(" }
      while excess > 0, place > first, text[place - 1] == ")" {
        place -= 1
        excess -= 1
      }
      values = [Self.trimmed(String(scalars: text[first..<place]))]
    }
    values.removeAll { !$0.unicodeScalars.contains(where: QueryCharacters.isSearchable) }
    guard !values.isEmpty else {
      return notes.append(
        "“\(String(scalars: text[start..<place]))” has no value and was ignored.")
    }
    let trees = values.map { QueryTree.identifier(field, $0) }
    emit(.atom(trees.count > 1 ? .or(trees) : trees[0]), at: start)
  }

  /// Reads `+` or `-`, which are operators only before a letter or a quotation mark.
  private mutating func readSign() {
    let scalar = text[place]
    guard scalar == "+" || scalar == "-", place + 1 < text.count else { return }
    let next = text[place + 1]
    if next == "(" {
      // Whether it is an operator is known only after the whole query has been read.
      lexemes.append(
        QueryLexeme(kind: scalar == "-" ? .minusGroup : .plusGroup, position: place))
    }
    guard next.properties.isAlphabetic || QueryCharacters.isQuote(next) else { return }
    sign = scalar == "+" ? .plus : .minus
    place += 1
  }

  /// A word, prefix or wildcard, or a phrase of these where a hyphen joins them; `nil` when the run
  /// has no searchable character.
  private mutating func atom(_ run: ArraySlice<Unicode.Scalar>) -> QueryTree? {
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
    guard run.contains("*") || run.contains(where: QueryCharacters.isWildcard) else {
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
      "“*” without letters before it", "Write at least one letter before it.",
      at: position, note: "“*” needs letters before it.")
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

  /// Reads a field and its operand; the name runs from `start` to the colon here.
  ///
  /// - Returns: `false`, and nothing is consumed, if the name is not a field or nothing follows it.
  private mutating func field(from start: Int) throws(QueryError) -> Bool {
    guard place - start <= QueryFieldNames.longest, place + 1 < text.count,
      !QueryCharacters.isSeparator(text[place + 1]), text[place + 1] != ")"
    else { return false }
    let name = String(scalars: text[start..<place]).lowercased()
    if let field = QueryField(rawValue: name) {
      place += 1
      textOperand(of: field, at: start)
      return true
    }
    if let field = IdentifierField(rawValue: name) {
      place += 1
      identifierOperand(of: field, at: start)
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
    if let operand { return emit(.atom(.field(field, operand)), at: start) }
    isMarkedStructured = true
    if oddity == nil {
      doubt(
        "“\(field.rawValue):” has no word",
        "Write a word or a phrase directly after the colon.", at: start,
        note: "“\(field.rawValue):” has no word and was ignored.")
    }
  }

  private mutating func filterOperand(of facet: FacetName, at start: Int) throws(QueryError) {
    let first = place
    let value = quotedValue() ?? listedValue() ?? bareValue()
    let whole = text[start..<place]
    guard value.unicodeScalars.contains(where: QueryCharacters.isSearchable) else {
      isMarkedStructured = true
      return doubt(
        "“\(String(scalars: whole))” has no value", "Write a value directly after the colon.",
        at: start, note: "“\(String(scalars: whole))” has no value and was ignored.")
    }
    do {
      let value = Self.trimmed(value)
      emit(
        .limit(
          try values.value(of: facet, value, position: first), String(scalars: whole)), at: start)
    } catch .badRange {
      isMarkedStructured = true
      doubt(
        "“\(String(scalars: whole))” is not a valid number or range",
        QueryError.rangeAdvice(facet), at: start,
        note: "“\(String(scalars: whole))” is not a valid number or range.")
      plain(whole, at: start)
    }
  }

  /// A quoted value: one code with several words.
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
      isMarkedStructured = true
      fail("Unmatched “(”", "Add “)” where the list of values ends.", at: place - 1)
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
