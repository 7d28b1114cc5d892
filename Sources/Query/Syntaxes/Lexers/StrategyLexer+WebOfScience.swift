import Literature

extension StrategyLexer {
  /// Reads a field before an operand: `TS=(`, `PY = 2010-2020`, and in older histories `TOPIC: (`.
  mutating func wosLexeme() throws(Malformed) -> Bool {
    guard text[position].properties.isAlphabetic else { return false }
    if quickFilter() { return true }
    let rest = String(scalars: lookahead(from: position))
    guard let match = rest.prefixMatch(of: Self.fieldFirst) else { return false }
    let name = String(match.1 ?? match.2 ?? "")
    guard let kind = prefix(name.lowercased()) else {
      guard name == name.uppercased(), isOperandExpected else { return false }
      // In a group, it can be a word before a colon.
      if match.1 == nil, isInField { return false }
      throw Malformed(
        "Unknown field “\(name)\(match.1 == nil ? ":" : "=")”",
        "Use a field such as TS=, TI=, AB= or AU=.", at: position)
    }
    noteKeywords([name.lowercased()])
    add(kind, to: position + match.0.unicodeScalars.count)
    return true
  }

  /// Reads the name of a field after its row, as search histories show it: `peer OR lay (Topic)`.
  ///
  /// The row begins after the operator that follows the field of the row before.
  mutating func wosFieldName() -> Bool {
    guard !isOperandExpected, let close = lookahead(from: position).firstIndex(of: ")") else {
      return false
    }
    let typed = String(scalars: text[(position + 1)..<close]).lowercased().oneLine
    let name = String(typed.trimmingPrefix(Self.exclusion))
    let isExcluded = name != typed
    guard isExcluded || StrategyFields.wosNames.contains(name) else { return false }
    let meaning = StrategyFields.meaning(of: name, in: .wos)
    let isLimit = if !isExcluded, case .fields? = meaning { false } else { true }
    let start = rowStart(isLimit: isLimit)
    if isLimit, start > 0, lexemes[start - 1].kind == .and,
      isExcluded || lexemes[start - 1].text == "and"
    {
      lexemes[start - 1].kind = .refine(isExcluded: isExcluded)
    }
    let first = start < lexemes.count ? lexemes[start].position : position
    lexemes.insert(StrategyLexeme(kind: .open, position: first, text: ""), at: start)
    lexemes.append(StrategyLexeme(kind: .close, position: position, text: ""))
    if meaning == nil {
      add(.unsupportedSuffix("limit"), to: close + 1)
    } else {
      addSuffix([name], to: close + 1)
    }
    return true
  }

  /// Reads a filter that Web of Science writes without a field: `peer (Topic) and Open Access`.
  private mutating func quickFilter() -> Bool {
    guard let and = lexemes.last, and.kind == .and, and.text == "and",
      isRowEnd(lexemes.count - 2)
    else { return false }
    let rest = String(scalars: lookahead(from: position))
    guard let match = rest.prefixMatch(of: Self.quickFilters) else { return false }
    let typed = String(match.output)
    note(StrategyNote.ignored(typed))
    add(.node(.unsupported(typed)), to: position + match.output.unicodeScalars.count)
    return true
  }

  /// Whether a row or a search before it ends with a lexeme.
  private func isRowEnd(_ index: Int) -> Bool {
    guard lexemes.indices.contains(index) else { return false }
    return switch lexemes[index].kind {
    case .close, .suffix, .typeSuffix, .dateSuffix, .unsupportedSuffix, .node(.line),
      .node(.unsupported), .node(.unsupportedLimit):
      true
    default: false
    }
  }

  /// The index of the first lexeme of the current row; of a list of values such as `2015 or 2016`
  /// or `Article or Letter` if the row ends with the name of a limit.
  private func rowStart(isLimit: Bool) -> Int {
    var depth = 0
    // After the last operator, unless one before it follows the end of a row: names of values may
    // contain “and”.
    var start: Int?
    for index in lexemes.indices.reversed() {
      switch lexemes[index].kind {
      case .close:
        depth += 1
        // The parser refuses this many parentheses.
        if depth > QueryGrammar.deepest { return index }
      case .open where depth == 0: return start ?? index + 1
      case .open: depth -= 1
      // Names of categories contain “&”: Health Care Sciences & Services.
      case .and where lexemes[index].text == "&": break
      case .and, .not, .refine:
        guard isLimit, depth == 0 else { continue }
        if isRowEnd(index - 1) { return index + 1 }
        start = start ?? index + 1
      case .suffix, .typeSuffix, .dateSuffix, .unsupportedSuffix:
        guard depth == 0 else { continue }
        if let start { return start }
        return lexemes[(index + 1)...].firstIndex { lexeme in
          switch lexeme.kind {
          case .and, .or, .not, .refine: false
          default: true
          }
        } ?? lexemes.count
      default: break
      }
    }
    return start ?? 0
  }

  // MARK: Patterns

  private static let fieldFirst =
    SharedRegex(
      #/([A-Za-z]{2,4})\s*=\s*|(?!(?:AND|OR|NOT) )([A-Z]{3,12}(?:[ \/-][A-Z]{2,10}){0,2}):\s*(?=\()/#
    )
  /// Before the name of a field that a refinement excludes: `(Exclude – Document Types)`.
  private static let exclusion = SharedRegex(#/^exclude\s*-?\s*/#)
  private static let quickFilters =
    SharedRegex(
      #/(?:Highly Cited Papers?|Hot Papers?|Early Access|(?:All )?Open Access|Enriched Cited References|Associated Data|Open [Pp]ublisher-?[Ii]nvited [Rr]eviews)(?=\s*$|\s+(?:and|AND)\s)/#
    )
}
