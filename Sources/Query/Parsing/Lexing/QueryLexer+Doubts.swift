import Literature

/// Text that looks like a field or an operator, but is not written as one.
///
/// In plain text, a note says how it is read; in a structured query, it is a mistake.
extension QueryLexer {
  /// Whether a parenthesis or a quotation mark follows without a space.
  var isOperandNext: Bool {
    position < text.count && (text[position] == "(" || QueryCharacters.isQuote(text[position]))
  }

  /// Reports a field with a space, or nothing, after its colon.
  ///
  /// - Returns: `false` for any other run.
  mutating func detachedField(_ run: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = String(scalars: run.dropLast()).lowercased()
    guard !isOperandNext, QueryFieldNames.all.contains(name) else { return false }
    let rest = text[position...].drop(while: QueryCharacters.isSeparator)
    let following = rest.prefix { !QueryCharacters.isBoundary($0) }
    if following.isEmpty, rest.first.map({ $0 == ")" }) ?? true {
      doubt(
        "“\(name):” without a word", "Write a word or a phrase directly after the colon.",
        at: run.startIndex,
        note: "“\(name):” is not followed by a word, so it is searched as a word.")
    } else {
      let operand = following.isEmpty ? "…" : String(scalars: following)
      doubt(
        "A space after “\(name):”", "Write \(name):\(operand), without the space.",
        at: run.startIndex,
        note: "“\(name):” is searched as a word, because a space follows it.")
    }
    return true
  }

  /// Reports `NEAR 3` in place of `NEAR/3`; `false` for any other run.
  mutating func detachedDistance(_ run: ArraySlice<Unicode.Scalar>) -> Bool {
    guard run.allSatisfy({ QueryCharacters.isASCIIDigit($0) || "-./".unicodeScalars.contains($0) }),
      run.count <= 4, run.contains(where: QueryCharacters.isASCIIDigit), let last = lexemes.last,
      last.kind == .near(10),
      text[last.position...].dropFirst(4).first.map(QueryCharacters.isSeparator) == true
    else { return false }
    // A number can be an operand: peer NEAR 2020.
    let rest = text[position...].drop(while: QueryCharacters.isSeparator)
    let following = String(scalars: rest.prefix { !QueryCharacters.isBoundary($0) })
    if rest.isEmpty || rest.first == ")" || ["AND", "OR", "NOT"].contains(following) {
      return false
    }
    fail(
      "Invalid operator “NEAR \(String(scalars: run))”",
      "Write the distance after a slash, as in NEAR/3.", at: last.position)
    return true
  }

  /// Reports an operator in lower case (`near/3`), and `AND/OR`.
  mutating func doubtOperator(_ run: ArraySlice<Unicode.Scalar>) {
    guard run.count < 10, let slash = run.firstIndex(of: "/") else { return }
    let word = String(scalars: run)
    let name = String(scalars: run[..<slash]).uppercased()
    let rest = run[(slash + 1)...]
    if word == "AND/OR" || word == "OR/AND" {
      doubt(
        "Invalid operator “\(word)”", "Write AND or OR.", at: run.startIndex,
        note: "“\(word)” is neither an operator nor searchable, so it was ignored.")
    } else if name == "NEAR" || name == "PRE", !rest.isEmpty,
      rest.allSatisfy(QueryCharacters.isASCIIDigit)
    {
      doubt(
        "“\(word)” in lower case", "Write \(word.uppercased()).", at: run.startIndex,
        note: "“\(word)” is searched as words; the operator is \(word.uppercased()).")
    }
  }

  /// Reports an operator that is joined to a word: `peer*OR`, `ANDlay`, `peerNEAR/3`.
  mutating func doubtMissingSpace(_ run: ArraySlice<Unicode.Scalar>) {
    // Nearly all words end here.
    guard run.count > 4, let first = run.first, let last = run.last,
      "DRT".unicodeScalars.contains(last) || "AON".unicodeScalars.contains(first)
        || QueryCharacters.isASCIIDigit(last) && run.contains("/")
    else { return }
    let word = String(scalars: run)
    guard let separated = JoinedOperator.separated(word, in: .peerlit, isAfterTerm: false) else {
      return
    }
    let mistake = Malformed.missingSpace(in: word, separated, at: run.startIndex)
    doubt(
      mistake.problem, mistake.fix, at: run.startIndex,
      note: "“\(word)” is searched as a word. For an operator, write \(separated).")
  }

  // MARK: Operators of other platforms

  /// Reports a proximity operator of another platform between two terms: `NEXT`, `N/3`.
  mutating func doubtProximity(_ run: ArraySlice<Unicode.Scalar>) {
    guard run.count < 12, let first = run.first, "NPWOSnpwos".unicodeScalars.contains(first),
      isBetweenTerms
    else { return }
    let word = String(scalars: run)
    // In a text in capitals, it may be a word.
    guard word.contains("/") || hasLowerCase,
      let own = ProximityOperator.equivalent(of: word)
    else { return }
    doubt(
      "Invalid operator “\(word)”", "Write \(own).", at: run.startIndex,
      note: "“\(word)” is searched as words; the operator is \(own).")
  }

  /// Whether a term is before the run that was read, and another after it.
  private var isBetweenTerms: Bool {
    switch lexemes.last?.kind {
    case .atom, .close: break
    default: return false
    }
    let rest = text[position...].drop(while: QueryCharacters.isSeparator)
    guard let next = rest.first, next != ")" else { return false }
    let following = rest.prefix(4).prefix { !QueryCharacters.isBoundary($0) }
    return !["AND", "OR", "NOT"].contains(String(scalars: following))
  }

  /// Reports `NEAR(3)` in place of `NEAR/3`.
  mutating func distanceInParentheses(after run: ArraySlice<Unicode.Scalar>) {
    guard run.elementsEqual("NEAR".unicodeScalars), position < text.count, text[position] == "("
    else { return }
    let digits = text[(position + 1)...].prefix(4).prefix(while: QueryCharacters.isASCIIDigit)
    guard !digits.isEmpty, digits.endIndex < text.count, text[digits.endIndex] == ")" else {
      return
    }
    let distance = String(scalars: digits)
    fail("Invalid operator “NEAR(\(distance))”", "Write NEAR/\(distance).", at: run.startIndex)
  }

  /// Reports a distance after a phrase, `"peer support"~3`; `false` for any other run.
  mutating func distanceAfterPhrase(_ run: ArraySlice<Unicode.Scalar>) -> Bool {
    let digits = run.dropFirst()
    guard run.first == "~", (1...3).contains(digits.count),
      digits.allSatisfy(QueryCharacters.isASCIIDigit), run.startIndex > 0,
      QueryCharacters.isQuote(text[run.startIndex - 1])
    else { return false }
    let operation = "NEAR/\(String(scalars: digits))"
    doubt(
      "“\(String(scalars: run))” after a phrase", "Write the words with \(operation) between them.",
      at: run.startIndex,
      note: "“\(String(scalars: run))” is not searched. For a distance, write the words with "
        + "\(operation) between them.")
    return true
  }
}
