import Literature

extension QueryLexer {
  /// Reads a field and its operand; the name runs from `start` to the colon here.
  ///
  /// - Returns: `false`, and nothing is consumed, if the name is not a field or nothing follows it.
  mutating func field(from start: Int) throws(QueryError) -> Bool {
    guard position - start <= QueryFieldNames.longest, position + 1 < text.count,
      !QueryCharacters.isSeparator(text[position + 1]), text[position + 1] != ")"
    else { return false }
    let name = String(scalars: text[start..<position]).lowercased()
    if let field = QueryField(rawValue: name) {
      position += 1
      textOperand(of: field, at: start)
      return true
    }
    if let field = IdentifierField(rawValue: name) {
      position += 1
      identifierOperand(of: field, at: start)
      return true
    }
    if let facet = FacetName(queryField: name) {
      position += 1
      try filterOperand(of: facet, at: start)
      return true
    }
    return false
  }

  /// Reads the operand of a field such as `doi:`; alternatives may be in parentheses.
  private mutating func identifierOperand(of field: IdentifierField, at start: Int) {
    var values: [String] = []
    if QueryCharacters.isQuote(text[position]),
      let end = text[(position + 1)...].firstIndex(where: QueryCharacters.isQuote)
    {
      values = [String(scalars: text[position + 1..<end])]
      position = end + 1
    } else if text[position] == "(" {
      values = listedIdentifiers()
    } else {
      let first = position
      while position < text.count, !QueryCharacters.isSeparator(text[position]) { position += 1 }
      // A DOI may have parentheses, but closes those that it opens.
      let operand = text[first..<position]
      var excess = operand.count { $0 == ")" } - operand.count { $0 == "(" }
      while excess > 0, position > first, text[position - 1] == ")" {
        position -= 1
        excess -= 1
      }
      values = [Self.trimmed(String(scalars: text[first..<position]))]
    }
    values.removeAll { !$0.unicodeScalars.contains(where: QueryCharacters.isSearchable) }
    guard !values.isEmpty else {
      return notes.append(
        "“\(String(scalars: text[start..<position]))” has no value and was ignored.")
    }
    if field == .type, values.contains(where: { $0.contains("*") }) {
      isMarkedStructured = true
      fail(
        "A wildcard in “\(String(scalars: text[start..<position]))”",
        "Write the whole name of the type, as in type:review.", at: start)
    }
    if field == .subject {
      notes += values.filter(SubjectHeading.hasSubheadings).map(QueryNote.noSubheadings)
    }
    let trees = values.map { QueryTree.identifier(field, $0) }
    emit(.atom(trees.count > 1 ? .or(trees) : trees[0]), at: start)
  }

  /// Alternatives in parentheses: `subject:("Peer Group" OR Mentors)`.
  private mutating func listedIdentifiers() -> [String] {
    let open = position
    var values: [String] = []
    position += 1
    while position < text.count, text[position] != ")", text[position] != "(" {
      let first = position
      if QueryCharacters.isQuote(text[first]) {
        let rest = text[(first + 1)...]
        guard let end = rest.firstIndex(where: QueryCharacters.isQuote) else { break }
        values.append(String(scalars: rest[..<end]))
        position = end + 1
      } else if QueryCharacters.isSeparator(text[first]) || text[first] == "," {
        position += 1
      } else {
        while position < text.count, text[position] != ",",
          !QueryCharacters.isBoundary(text[position])
        {
          position += 1
        }
        let value = String(scalars: text[first..<position])
        switch value {
        case "OR": break
        case "AND", "NOT":
          isMarkedStructured = true
          fail("“\(value)” in a list of values", "Repeat the field after “\(value)”.", at: first)
        default: values.append(value)
        }
      }
    }
    guard position < text.count, text[position] == ")" else {
      isMarkedStructured = true
      fail("Unmatched “(”", "Add “)” where the list of values ends.", at: open)
      position = open + 1
      return []
    }
    position += 1
    return values
  }

  private mutating func textOperand(of field: QueryField, at start: Int) {
    if text[position] == "(" {
      position += 1
      return emit(.open(field), at: start)
    }
    if text[position] == "-" || text[position] == "+", position + 1 < text.count,
      text[position + 1].properties.isAlphabetic || text[position + 1] == "("
        || QueryCharacters.isQuote(text[position + 1])
    {
      let sign = text[position]
      isMarkedStructured = true
      doubt(
        "“\(sign)” after “\(field.rawValue):”", "Write “\(sign)” before the field.", at: position,
        note: "“\(sign)” after “\(field.rawValue):” was ignored.")
      position += 1
      if text[position] == "(" {
        position += 1
        return emit(.open(field), at: start)
      }
    }
    var operand: QueryTree?
    if QueryCharacters.isQuote(text[position]) {
      operand = phrase()
    } else {
      let first = position
      while position < text.count, !QueryCharacters.isBoundary(text[position]) { position += 1 }
      operand = atom(text[first..<position])
    }
    if let operand {
      let name = field == .author ? operand.withApostrophes : operand
      return emit(.atom(.field(field, name)), at: start)
    }
    isMarkedStructured = true
    if oddity == nil {
      doubt(
        "“\(field.rawValue):” without a word",
        "Write a word or a phrase directly after the colon.", at: start,
        note: "“\(field.rawValue):” is not followed by a word and was ignored.")
    }
  }

  private mutating func filterOperand(of facet: FacetName, at start: Int) throws(QueryError) {
    let first = position
    let value = quotedValue() ?? listedValue() ?? bareValue()
    let whole = text[start..<position]
    guard value.unicodeScalars.contains(where: QueryCharacters.isSearchable) else {
      isMarkedStructured = true
      return doubt(
        "“\(String(scalars: whole))” without a value", "Write a value directly after the colon.",
        at: start, note: "“\(String(scalars: whole))” has no value and was ignored.")
    }
    // As a part of the code, it would be corrected to the opposite of what was typed.
    if facet.definition.kind == .codes,
      value.split(separator: ",").contains(where: { FilterValueParser.excluded($0) != nil })
    {
      isMarkedStructured = true
      return doubt(
        "“-” after “\(facet.rawValue):”", "Write “-” before the field.", at: first,
        note: "“\(String(scalars: whole))” was ignored.")
    }
    do {
      let value = Self.trimmed(value)
      let limit =
        try leavesOutInvalid
        ? valid(value, of: facet, at: first) : values.value(of: facet, value, position: first)
      emit(.limit(limit, String(scalars: whole)), at: start)
      doubtSpacedRange(of: facet, value, at: start)
    } catch .badRange {
      isMarkedStructured = true
      doubt(
        "Invalid number or range in “\(String(scalars: whole))”",
        QueryError.rangeAdvice(facet, value), at: start,
        note: "“\(String(scalars: whole))” is not a valid number or range.")
      plain(whole, at: start)
    }
  }

  /// The valid part of a value; without any, a condition that every document meets.
  private mutating func valid(
    _ value: String, of facet: FacetName, at position: Int
  ) throws(QueryError) -> FilterValue {
    let (known, errors) = values.valid(value, of: facet, position: position)
    for error in errors {
      var part = value
      if case .unknownCode(_, let code, _, _, _) = error { part = code }
      leftOut.append(InvalidFilter(error: error, value: part, position: position))
    }
    return known.isEmpty
      ? .codes(facet, [])
      : try values.value(of: facet, known.joined(separator: ","), position: position)
  }

  /// A quoted value: one code with several words.
  private mutating func quotedValue() -> String? {
    guard QueryCharacters.isQuote(text[position]) else { return nil }
    // A phrase drops a minus at its beginning. Before a code, the minus means the opposite, so it
    // is kept.
    let sign = position + 1 < text.count && text[position + 1] == "-" ? "-" : ""
    guard case .phrase(let words) = phrase() else { return nil }
    return sign + words.joined(separator: " ")
  }

  /// Alternative values in parentheses: `method:(cohort OR case-control)`.
  private mutating func listedValue() -> String? {
    guard position < text.count, text[position] == "(" else { return nil }
    position += 1
    let stop = text[position...].firstIndex {
      $0 == "(" || $0 == ")" || QueryCharacters.isQuote($0)
    }
    guard let end = stop, text[end] == ")" else {
      isMarkedStructured = true
      fail("Unmatched “(”", "Add “)” where the list of values ends.", at: position - 1)
      return ""
    }
    let words = text[position..<end].split(whereSeparator: QueryCharacters.isSeparator).map {
      String(scalars: $0)
    }
    position = end + 1
    return words.filter { $0 != "OR" }.joined(separator: ",")
  }

  private mutating func bareValue() -> String {
    let first = position
    while position < text.count, !QueryCharacters.isBoundary(text[position]) { position += 1 }
    return String(scalars: text[first..<position])
  }

  /// The value without trailing punctuation ("n:25, year:2018.").
  static func trimmed(_ value: String) -> String {
    var value = value
    while let last = value.last, ",;".contains(last) || (last == "." && !value.hasSuffix("..")) {
      value.removeLast()
    }
    return value
  }
}
