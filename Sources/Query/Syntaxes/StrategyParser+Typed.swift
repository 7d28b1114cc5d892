/// Parts as typed, for notes on them.
extension StrategyParser {
  mutating func leftOut(_ typed: String, _ name: String) -> StrategyNode {
    notes.append(StrategyNote.ignored(typed, name))
    return .unsupported(typed, kind: name)
  }

  /// Some lexemes as typed, without the middle of a long part.
  func abridged(_ range: Range<Int>) -> String {
    let ends = 6
    guard range.count > 2 * ends else { return typed(range) }
    let first = typed(range.lowerBound..<range.lowerBound + ends)
    return "\(first) … \(typed(range.upperBound - ends..<range.upperBound))"
  }

  /// Some lexemes as typed, with one space in place of several.
  func typed(_ range: Range<Int>) -> String {
    var text = ""
    var end = lexemes[range].first?.position ?? 0
    for lexeme in lexemes[range] {
      if lexeme.position > end { text += " " }
      text += lexeme.text
      end = lexeme.position + lexeme.text.unicodeScalars.count
    }
    return text
  }
}
