import Literature

extension StrategyLexer {
  /// Reads a field code before an operand: `TI (`, `(MH "…+")`, `TI,AB`.
  mutating func ebscoLexeme() throws(Malformed) -> Bool {
    if text[position] == "\"" || text[position] == "+", isAfterHeadingCode {
      if text[position] == "\"" { return headingName() }
      if text[position] == "+" {
        let heading = lexemes.last?.text ?? ""
        noteNarrower(heading, heading + "+")
        position += 1
        return true
      }
    }
    guard isOperandExpected, !isAfterPrefix else { return false }
    guard let end = nameEnd, end < text.count else { return false }
    let codes = String(scalars: text[position..<end]).split { $0 == "," || $0 == ":" }
    guard !codes.isEmpty,
      codes.allSatisfy({ $0.count == 2 && $0.allSatisfy { $0.isUppercase && $0.isASCII } })
    else { return false }
    let kinds = codes.compactMap { prefix($0.lowercased()) }
    guard kinds.count == codes.count else {
      try expectKnownCode(to: end)
      return false
    }
    var fields: [StrategyField] = []
    var missing: [String] = []
    for kind in kinds {
      switch kind {
      case .prefix(let more): fields += more.filter { !fields.contains($0) }
      case .typePrefix: missing.append("publication type")
      case .datePrefix: missing.append("date")
      case .unsupportedPrefix(let name): missing.append(name)
      default: break
      }
    }
    if !fields.isEmpty { noteMissing(missing, of: String(scalars: text[position..<end])) }
    let tags = codes.map { $0.lowercased() }
    noteKeywords(tags)
    noteMainTopics(tags, String(scalars: text[position..<end]))
    add(fields.isEmpty ? kinds[0] : .prefix(fields), to: end)
    return true
  }

  /// Refuses a code that is not a field, before its operand: `ZC "empirical study"`.
  ///
  /// Before a word, two capitals are a word, which a note says: `TB patients`. In the group of a
  /// field this is certain: `TI (IV drug use)`.
  private mutating func expectKnownCode(to end: Int) throws(Malformed) {
    let next = wordStart(from: end) ?? text.count
    guard end - position == 2, next < text.count, text[next] != ")" else { return }
    let isCertain = text[next] == "\"" || text[next] == "("
    let following = String(scalars: text[next..<runEnd(next)])
    let code = String(scalars: text[position..<end])
    if isInField || code == "OR" { return }
    if isCertain {
      throw Malformed(
        "Unknown field “\(code)”",
        "Use a field such as TI, AB, TX or MH, or put the words in quotation marks.",
        at: position)
    }
    if !StrategyOperators.isOperator(following, in: .ebsco) {
      note("“\(code)” before “\(following)” was searched as a word, because it is not a field.")
    }
  }

  private var isAfterHeadingCode: Bool {
    headingCode.map { StrategyFields.ebscoHeadings.contains($0) } ?? false
  }

  /// The code before a heading or a list of headings.
  private var headingCode: String? {
    var rest = lexemes.suffix(Self.longestName)
    // The term itself, if “+” follows it.
    while text[position] == "+", case .node(.term)? = rest.last?.kind { rest = rest.dropLast() }
    return rest.last { $0.kind != .open && $0.kind != .or }?.text
  }

  /// Reads a heading in quotation marks; `+` at its end includes narrower headings.
  private mutating func headingName() -> Bool {
    guard let (inside, end) = try? quotation() else { return false }
    var words = text[inside]
    let typed = String(scalars: text[position..<end])
    if let slash = words.firstIndex(of: "/") {
      note(QueryNote.noSubheadings(typed))
      words = words[..<slash]
    }
    if words.last == "+" {
      words = words.dropLast()
      noteNarrower(String(scalars: words), typed)
    }
    guard let leaves = try? terms.leaves(words, at: position),
      let term =
        headingCode == "MJ"
        ? StrategyTerms.phrase(leaves) : StrategyTerms.heading(words, leaves)
    else { return false }
    add(.node(.term(term)), to: end)
    return true
  }
}
