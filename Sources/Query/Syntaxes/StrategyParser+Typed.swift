/// Parts as typed, for notes on them.
extension StrategyParser {
  mutating func leftOut(_ typed: String, _ name: String) -> StrategyNode {
    notes.append(StrategyNote.ignored(typed, name))
    return .unsupported(typed, kind: name)
  }

  /// Some tokens as typed, without the middle of a long part.
  func abridged(_ range: Range<Int>) -> String {
    let ends = 6
    guard range.count > 2 * ends else { return typed(range) }
    let first = typed(range.lowerBound..<range.lowerBound + ends)
    return "\(first) … \(typed(range.upperBound - ends..<range.upperBound))"
  }

  /// Some tokens as typed, with one space in place of several.
  func typed(_ range: Range<Int>) -> String {
    var text = ""
    var end = tokens[range].first?.position ?? 0
    for token in tokens[range] {
      if token.position > end { text += " " }
      text += token.text
      end = token.position + token.text.unicodeScalars.count
    }
    return text
  }
}
