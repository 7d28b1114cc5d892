/// The width and colours of text output.
package struct TextStyle: Sendable, Equatable {
  /// Columns per line: those of the terminal, from 40 to 100; otherwise 80.
  package var width: Int
  /// Whether the output goes to a terminal.
  package var isTerminal = false
  /// Whether to use ANSI colours.
  package var hasColor: Bool

  /// Creates a style.
  package init(width: Int = 80, isTerminal: Bool = false, hasColor: Bool = false) {
    self.width = width
    self.isTerminal = isTerminal
    self.hasColor = hasColor
  }

  /// Creates the style for standard output.
  ///
  /// Colour is used only on a terminal, and not if NO_COLOR is set (no-color.org) or TERM is dumb.
  package init(isTerminal: Bool, columns: Int?, environment: [String: String]) {
    self.isTerminal = isTerminal
    width = min(100, max(40, columns ?? 80))
    hasColor =
      isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// The role of a piece of text, and its ANSI code.
  package enum Role: String, Sendable, CaseIterable {
    case title = "1"
    case quiet = "2"
    case match = "1;33"
    case warning = "33"
  }

  /// The codes that ``paint(_:_:)`` writes.
  static let codes = (["0"] + Role.allCases.map(\.rawValue)).map { "\u{1B}[\($0)m" }

  /// A text in the colour of its role, or unchanged without colours.
  package func paint(_ text: String, _ role: Role) -> String {
    hasColor && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
  }
}
