import Query

/// The line of a query with a mistake, and a caret under the mistake.
///
///     peer AND (burnout OR stress
///              ^
struct QueryCaret {
  /// The maximum number of columns of the query that are shown.
  private static let width = 76
  /// The maximum number of scalars on each side of the mistake that are looked at: many more than
  /// columns, because some take no column.
  private static let reach = 400

  /// Two lines, indented by two columns.
  static func text(_ mistake: MalformedQuery) -> String {
    let scalars = Array(mistake.text.unicodeScalars)
    let position = min(max(0, mistake.position), scalars.count)
    let line = MalformedQuery.line(at: position, of: scalars)
    var first = max(line.lowerBound, position - reach)
    var before = shown(scalars[first..<position])
    // A long line is truncated on the left, so that the mistake is shown with the text before it.
    while DisplayWidth.of(before) > width - 20, first < position {
      first += 1
      before = shown(scalars[first..<position])
    }
    if first > line.lowerBound { before = "…" + before }
    let after = shown(scalars[position..<min(line.upperBound, position + reach)])
    let caret = String(repeating: " ", count: DisplayWidth.of(before)) + "^"
    return "  \(DisplayWidth.truncated(before + after, to: width))\n  \(caret)"
  }

  /// Scalars as printed on one line: control characters become spaces.
  private static func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      text.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(text)
  }
}
