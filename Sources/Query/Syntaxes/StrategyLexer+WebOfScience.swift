import Literature

extension StrategyLexer {
  /// Reads a field before an operand: `TS=(`, `PY = 2010-2020`.
  mutating func wosToken() -> Bool {
    guard text[place].properties.isAlphabetic else { return false }
    let name = text[place...].prefix { $0.properties.isAlphabetic }
    let equals = text[name.endIndex...].firstIndex { !QueryCharacters.isSeparator($0) }
    guard let equals, text[equals] == "=",
      let kind = prefix(String(scalars: name).lowercased())
    else { return false }
    add(kind, to: equals + 1)
    return true
  }
}
