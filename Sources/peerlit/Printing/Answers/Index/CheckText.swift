import Answers

/// The result of a check as text.
package struct CheckText {
  private let style: TextStyle

  /// Creates a printer.
  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  /// The text, without a final line feed.
  package func text(_ check: IndexCheck) -> String {
    var lines = check.checked.map { "Checked \($0)." }
    lines += check.problems.map { style.paint("Problem: ", .warning) + $0 }
    if check.problems.isEmpty { lines.append("No problems found in \(check.path).") }
    return lines.joined(separator: "\n")
  }
}
