import Literature

/// Refuses slips that would turn a search into a phrase that finds nothing.
extension StrategyLexer {
  /// Refuses lists of Ovid's fields with a slip: `hiv.ti,ab,`.
  func expectFieldLists() throws(Malformed) {
    guard syntax == .ovid else { return }
    var index = 0
    var isQuoted = false
    var isRemark = false
    var steps = 0
    while index < text.count {
      if steps.isMultiple(of: ReadingDeadline.steps) { try Malformed.checkDeadline() }
      steps += 1
      switch text[index] {
      case "\"": isQuoted.toggle()
      case "[": isRemark = true
      case "]": isRemark = false
      default: break
      }
      guard !isQuoted, !isRemark, let list = OvidFieldList(text, at: index) else {
        index += 1
        continue
      }
      if !list.isCorrect {
        let start = wordStart(from: index) ?? index
        throw Malformed(
          "Invalid list of fields “\(String(scalars: text[start..<list.end]))”",
          "Write \(list.corrected)", at: start)
      }
      index = list.end
    }
  }

  /// Notes phrases in single quotation marks where words side by side are not a phrase.
  mutating func noteSingleQuotes() {
    guard SyntaxRules.of(syntax).adjacency == .and, text.contains("'") else { return }
    let quotes = SingleQuotes(text)
    for phrase in quotes.ofSeveralWords {
      // A tag of PubMed makes it a phrase.
      if phrase.upperBound < text.count, text[phrase.upperBound] == "[" { continue }
      note(
        "“\(quotes.typed(phrase))” is not a phrase in \(syntax.label), which needs double quotation "
          + "marks.")
    }
  }

  /// Refuses a proximity operator that is separated from its distance: `peer adj 3 support`.
  func expectJoinedDistance() throws(Malformed) {
    let letters = text[position...].prefix(5).prefix(while: QueryCharacters.isASCIILetter)
    let name = String(scalars: letters)
    guard !isOperandExpected, let sign = Self.distances[syntax]?[name.uppercased()] else { return }
    let rest = String(scalars: lookahead(from: position))
    guard let match = rest.prefixMatch(of: Self.distance) else { return }
    let mark = match.output.1.filter { !$0.isWhitespace }
    // A small letter and N-3 are words.
    if name.count == 1, name != name.uppercased() || !mark.isEmpty && mark != "/" { return }
    let typed = match.output.0.trimmed
    guard typed.contains("(") == typed.contains(")") else { return }
    if !typed.contains(where: \.isWhitespace),
      syntax == .ebsco || StrategyOperators.proximity(typed, in: syntax) != nil
    {
      return
    }
    // A number can be the operand: peer adj 3 and lay.
    let following = rest[match.range.upperBound...].prefix { !$0.isWhitespace && $0 != "(" }
    if StrategyOperators.isOperator(following, in: syntax) { return }
    throw Malformed(
      "Invalid operator “\(typed)”",
      "Write \(name)\(sign)\(match.output.2). If the number is a term, put it in quotation marks.",
      at: position)
  }

  /// The operators of each platform, and the mark between them and the distance.
  private static let distances: [QuerySyntax: [String: String]] = [
    .ovid: ["ADJ": "", "NEAR": ""], .ebsco: ["N": "", "W": ""], .scopus: ["W": "/", "PRE": "/"],
    .wos: ["NEAR": "/"],
  ]

  // MARK: Patterns

  private static let distance =
    SharedRegex(#/[A-Za-z]+(\s*[\/.-]\s*|\s+|\s*\()(\d{1,2})\)?\s+(?=[^\s)])/#)
}
