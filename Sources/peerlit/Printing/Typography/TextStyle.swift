/// How text for people looks: its width, and whether it has colour.
package struct TextStyle: Sendable, Equatable {
  /// Columns of a line, at most 80.
  package var width: Int
  /// Whether ANSI escapes are understood and wanted.
  package var hasColor: Bool

  /// A style by its parts.
  package init(width: Int = 80, hasColor: Bool = false) {
    self.width = width
    self.hasColor = hasColor
  }

  /// The style for an output.
  ///
  /// Colour is for terminals alone, and not where NO_COLOR is set (no-color.org) or TERM is dumb.
  package init(isTerminal: Bool, columns: Int?, environment: [String: String]) {
    width = min(80, max(40, columns ?? 80))
    hasColor =
      isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// What a piece of text is, and the ANSI code it is shown with.
  package enum Role: String, Sendable {
    case title = "1"
    case quiet = "2"
    case match = "1;33"
    case warning = "33"
  }

  /// A text in its role's colour, or as it is.
  package func paint(_ text: String, _ role: Role) -> String {
    hasColor && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
  }
}
