/// Recognises the items of lists in plain text.
package enum ListItem {
  /// Whether a line begins with a bullet, or with a number or a letter and a full stop or bracket.
  package static func begins(_ line: Substring) -> Bool {
    guard let first = line.first else { return false }
    if "•·▪◦●○■□‣∙*–—-".contains(first) {
      return line.dropFirst().first.map(\.isWhitespace) ?? false
    }
    let mark = line.prefix { $0.isNumber || $0 == "(" }
    let label = mark.isEmpty ? line.prefix(1) : mark
    let rest = line.dropFirst(label.count)
    guard let close = rest.first, ".)".contains(close), label.count <= 4 else { return false }
    return rest.dropFirst().first.map(\.isWhitespace) ?? false
  }
}
