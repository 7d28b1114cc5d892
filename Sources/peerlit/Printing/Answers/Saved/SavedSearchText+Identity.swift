import Answers

/// Recognises the text of a search that was saved before.
extension SavedSearchText {
  /// The facts that say which search it is; the others depend on when it was run.
  private static let identifying = ["Query as typed", "Syntax", "Filters", "Order"]

  /// Whether a text is that of the same search, with its results at any time.
  func contains(_ search: SavedSearch, in text: String) -> Bool {
    // Long lines of a strategy are wrapped.
    let words = Self.spaced(text)
    return Self.identity(text) == Self.identity(self.text(search))
      && (search.lines ?? []).allSatisfy { words.contains(Self.spaced(code($0.text))) }
  }

  /// The name of the file of an index: its folder may be written in several ways.
  static func name(of index: IndexContent) -> Substring? { index.path.split(separator: "/").last }

  private static func identity(_ text: String) -> [Substring] {
    let lines = text.split(separator: "\n")
    var identity = lines.filter { line in
      identifying.contains { line.hasPrefix("\($0) ") || line.hasPrefix("| \($0) |") }
        || line.contains(" none (switched off)")
    }
    // The heading ends with the index.
    let heading = lines.first ?? ""
    if let name = heading.split(whereSeparator: { $0 == "/" || $0 == " " }).last {
      identity.append(name)
    }
    return identity
  }

  /// A text with one space between its words.
  private static func spaced(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
