import Literature

/// Recognises EBSCOhost by its fields, its headings, its proximities and the numbers of its lines.
extension SyntaxRecognition {
  /// Whether a line has a field, and after an operator in it another: `TI peer OR AB lay`.
  private var hasFieldsAroundOperator: Bool {
    let second = Self.ebscoSecondField
    let first = Self.ebscoFirstField
    // The first field and the last operator of a line are the furthest apart.
    return normal.split(whereSeparator: \.isNewline).contains { line in
      guard let field = line.firstMatch(of: first) else { return false }
      return line[line.index(before: field.range.upperBound)...].contains(second)
    }
  }

  /// Whether a line refers to `S1`, and several lines have such numbers, or numbers and fields.
  private var hasReferencesOfEBSCO: Bool {
    let text = normal
    guard text.contains(Self.ebscoReference) else { return false }
    return text.matches(of: Self.ebscoNumber).count > 1
      || text.matches(of: Self.anyNumber).count > 1 && text.contains(Self.ebscoFirstField)
  }

  var isEBSCO: Bool {
    if has("MH ") || has("MM ") || has("DE "), normal.contains(Self.ebscoHeading) {
      return true
    }
    if has("TI ") || has("AB ") || has("SU ") || has("TX ") || has("XB ") || has("TI(")
      || has("AB(") || has("AU ") || has("SO ")
    {
      if normal.contains(Self.ebscoField) { return true }
      if hasFieldsAroundOperator { return true }
      // Lines with numbers or labels that begin with fields.
      if normal.matches(of: Self.ebscoNumberedField).count > 1 { return true }
      if normal.matches(of: Self.ebscoLabelledField).count > 1 { return true }
      // A field before a word, after a number or a name that only EBSCOhost has.
      if has("S") || has("EBSCO") || has("CINAHL"), normal.contains(Self.ebscoOwnField) {
        return true
      }
      // A field before a truncation or a proximity.
      if normal.contains(Self.ebscoFieldAndTerm) {
        return true
      }
    }
    if has("S1") || has("S2"), normal.contains(Self.ebscoLines) { return true }
    if has("S1") || has("S2"), hasReferencesOfEBSCO { return true }
    // Nothing but a proximity of a few words.
    if has(" N") || has(" W"), normal.contains(Self.ebscoShortProximity) {
      return true
    }
    guard has(" N") || has(" W") else { return false }
    // N2 and W3 can be words; in a query with operators or truncation, and beside parentheses or
    // quotation marks, they are not.
    return (has("*") || has(" OR ") || has(" AND ")) && normal.contains(Self.ebscoProximity)
      || (has("(") || has("\"")) && normal.contains(Self.ebscoGroupedProximity)
  }

  // MARK: Patterns

  private static let ebscoSecondField =
    SharedRegex(#/[^\n\r] (?:OR|AND|NOT) (?:TI|AB|SU|TX|XB|AU|SO|KW|MW|PY) \S/#)
  private static let ebscoFirstField =
    SharedRegex(#/(?:^|[\s(])(?:TI|AB|SU|TX|XB|AU|SO|KW|MW) \S/#)
  private static let ebscoHeading = SharedRegex(#/\b(MH|MM|DE)\s*\(?\s*"/#)
  /// A field directly before an operand, or after a space where an operand begins, perhaps after a
  /// bullet or a label: in “Houston, TX (2015)” it is a word.
  ///
  /// Spaces are limited, because the rest of a long run of them would be looked at after each.
  private static let ebscoField =
    SharedRegex(
      #/\b(?:TI|AB|SU|TX|XB)[("]|(?:^|[\n\r(|]|\b(?i:and|or|not)\s|\b[NW]\d{1,2}\s|\d[.):|]{0,2}\s|\b(?:CINAHL|EBSCO|EBSCOhost|ERIC|PsycInfo|PsycINFO|Population|Intervention|Query)[^:"\n\r]{0,40}:\s)[ \t]{0,9}(?:[^\w\s"()][ \t]{1,9})?(?:[A-Z]{2},){0,9}(?:TI|AB|SU|TX|XB)\s+[("]/#
    )
  private static let ebscoFieldAndTerm =
    SharedRegex(
      #/^(S\d+\s+)?(TI|AB|SU|TX|XB) (\S+ )?(\S*\*|\S+ [NW](?:\d|1\d|2[0-5]) \S)/#)
  private static let ebscoNumberedField =
    SharedRegex(
      #/(?:^|[\n\r])[ \t]*[#S]?\d{1,4}[.):]?[ \t]+\(?(?:TI|AB|SU|TX|XB|AU|SO|MH|DE) +[("A-Za-z]/#)
  /// A field at the beginning of a line, after a label: `Concept 1: TI peer`.
  private static let ebscoLabelledField =
    SharedRegex(
      #/(?:^|[\n\r])[ \t]*\p{L}[^:"*\n\r]{0,60}:[ \t]*\(?(?:TI|AB|SU|TX|XB|AU|SO|MH|DE) +[("*a-zA-Z]/#
    )
  /// A field at the beginning of a line, after the number of a line (`S1 TI peer`), or after the
  /// name of the platform or of its best-known database (`CINAHL: TI peer`).
  private static let ebscoOwnField =
    SharedRegex(
      #/(?:^|[\n\r])[ \t]*(?:S\d{1,3}[.):|]?[ \t]+|[^:"*\n\r]{0,60}?(?:CINAHL|EBSCO)[^:"*\n\r]{0,60}(?::[ \t]*|[\n\r]+[ \t]*(?:S?\d{1,3}[.):|]?[ \t]+)?))\(?(?:(?:TI|AB|TX|XB|AU|SO|KW|MW) +[a-z]|(?:SU|MH|MM|DE) +[a-zA-Z])/#
    )
  private static let ebscoLines = SharedRegex(#/\bS\d+\s+(AND|OR|NOT)\s+\(?S\d+\b/#)
  private static let ebscoNumber = SharedRegex(#/(?:^|[\n\r])[ \t|]*S\d{1,4}[.:)]?[ \t|]+\S/#)
  private static let anyNumber = SharedRegex(#/(?:^|[\n\r])[ \t|]*\d{1,4}[.:)]?[ \t|]+\S/#)
  private static let ebscoReference =
    SharedRegex(
      #/(?i)(?:[\s(|]S\d{1,4}\)?\s+(?:and|or|not)\b|\b(?:and|or|not)\s+\(?S\d{1,4}\b)/#)
  /// Distances are rarely greater than 25, and N95 is a mask.
  private static let ebscoShortProximity =
    SharedRegex(#/^[^\s()]+( [^\s()]+)? [NW](?:\d|1\d|2[0-5]) [^\s()]+( [^\s()]+)?$/#)
  private static let ebscoProximity =
    SharedRegex(#/[^\s(]\s+[NW](?:\d|1\d|2[0-5])\s+[^\s)]/#)
  /// A proximity inside parentheses, or beside a parenthesis or a quotation mark.
  private static let ebscoGroupedProximity =
    SharedRegex(
      #/\([^()\n\r]*[^\s(]\s+[NW](?:\d|1\d|2[0-5])\s+[^\s)]|[)"]\s+[NW](?:\d|1\d|2[0-5])\s+\S|\S\s+[NW](?:\d|1\d|2[0-5])\s+[("]/#
    )
}
