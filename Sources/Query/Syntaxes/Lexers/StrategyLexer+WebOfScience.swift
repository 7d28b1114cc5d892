import Literature

extension StrategyLexer {
  /// Reads a field before an operand: `TS=(`, `PY = 2010-2020`, and in older histories `TOPIC: (`.
  mutating func wosToken() -> Bool {
    guard text[place].properties.isAlphabetic else { return false }
    let rest = String(scalars: text[place...])
    let pattern = /([A-Za-z]{2,4})\s*=\s*|([A-Z]{5,8}(?: [A-Z]{5,9})?):\s*(?=\()/
    guard let match = rest.prefixMatch(of: pattern),
      let kind = prefix((match.1 ?? match.2 ?? "").lowercased())
    else { return false }
    add(kind, to: place + match.0.unicodeScalars.count)
    return true
  }
}
