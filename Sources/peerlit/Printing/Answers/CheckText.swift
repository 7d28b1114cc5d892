import Answers
import Retrieval

/// The outcome of a check, for people.
package struct CheckText {
  private let style: TextStyle

  /// Makes a printer.
  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  /// The text, without a line's end after it.
  package func text(_ check: IndexCheck) -> String {
    var lines = check.checked.map { "checked: \($0)" }
    lines += check.problems.map { style.paint("wrong: ", .warning) + $0 }
    if check.problems.isEmpty { lines.append("\(check.path) is whole.") }
    return lines.joined(separator: "\n")
  }
}
