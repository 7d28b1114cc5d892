import Literature

extension QueryLexer {
  /// Reads a field and its operand; the name runs from `start` to the colon here.
  ///
  /// - Returns: `false`, and nothing is consumed, if the name is not a field or nothing follows it.
  mutating func field(from start: Int) throws(QueryError) -> Bool {
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
