import Literature

extension StrategyLexer {
  /// Reads a field before an operand: `TS=(`, `PY = 2010-2020`, and in older histories `TOPIC: (`.
  mutating func wosToken() throws(Malformed) -> Bool {
    guard text[position].properties.isAlphabetic else { return false }
    let rest = String(scalars: lookahead(from: position))
    guard let match = rest.prefixMatch(of: Self.fieldFirst) else { return false }
    let name = String(match.1 ?? match.2 ?? "")
    guard let kind = prefix(name.lowercased()) else {
      guard name == name.uppercased(), match.1 != nil, isOperandExpected else { return false }
      throw Malformed(
        "Unknown field “\(name)=”", "Use a field such as TS=, TI=, AB= or AU=.", at: position)
    }
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
    let name = String(scalars: text[(position + 1)..<close]).lowercased().oneLine
    guard StrategyFields.wosNames.contains(name),
      let meaning = StrategyFields.meaning(of: name, in: .wos)
    else { return false }
    let isLimit = if case .fields = meaning { false } else { true }
    let start = rowStart(isLimit: isLimit)
    let first = start < tokens.count ? tokens[start].position : position
    tokens.insert(StrategyToken(kind: .open, position: first, text: ""), at: start)
    tokens.append(StrategyToken(kind: .close, position: position, text: ""))
    addSuffix([name], to: close + 1)
    return true
  }

  /// The index of the first token of the current row; of a list of values such as `2015 or 2016`
  /// or `Article or Letter` if the row ends with the name of a limit.
  private func rowStart(isLimit: Bool) -> Int {
    var depth = 0
    for index in tokens.indices.reversed() {
      switch tokens[index].kind {
      case .close:
        depth += 1
        // The parser refuses this many parentheses.
        if depth > QueryGrammar.deepest { return index }
      case .open where depth == 0: return index + 1
      case .open: depth -= 1
      case .and, .not:
        if isLimit, depth == 0 { return index + 1 }
      case .suffix, .typeSuffix, .dateSuffix, .unsupportedSuffix:
        guard depth == 0 else { continue }
        return tokens[(index + 1)...].firstIndex { token in
          switch token.kind {
          case .and, .or, .not: false
          default: true
          }
        } ?? tokens.count
      default: break
      }
    }
    return 0
  }

  // MARK: Patterns

  private static let fieldFirst =
    SharedRegex(#/([A-Za-z]{2,4})\s*=\s*|([A-Z]{5,8}(?: [A-Z]{5,9})?):\s*(?=\()/#)
}
