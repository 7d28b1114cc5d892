import Literature

/// Finds the column of a table that names the concept of each search:
/// `1 | Peers | peer*.ti. | 123`.
extension PastedTable {
  /// A text with spaces in place of the names of concepts, and these names.
  ///
  /// The second column has them if it has only words, and most cells of the third are searches.
  static func withoutConcepts(
    _ text: [Unicode.Scalar]
  ) -> (text: [Unicode.Scalar], concepts: [String]) {
    guard text.contains("|") || text.contains("\t") else { return (text, []) }
    var names: [Range<Int>] = []
    var rows = 0
    var searches = 0
    for line in text.indices.split(whereSeparator: { text[$0] == "\n" || text[$0] == "\r" }) {
      let cells = cells(text, in: line.startIndex..<line.endIndex)
      guard cells.count > 2, string(text, cells[0]).contains(Self.rowNumber) else { continue }
      let name = string(text, cells[1])
      guard name.isEmpty || isName(name) else { return (text, []) }
      rows += 1
      if isSearch(string(text, cells[2])) { searches += 1 }
      if !name.isEmpty { names.append(cells[1]) }
    }
    guard rows > 1, searches * 2 > rows, !names.isEmpty else { return (text, []) }
    var blanked = text
    for index in names.joined() { blanked[index] = " " }
    return (blanked, DistinctNotes(names.map { string(text, $0) }).list)
  }

  /// The cells of a row between bars, or between tabs, without the spaces around them.
  private static func cells(_ text: [Unicode.Scalar], in row: Range<Int>) -> [Range<Int>] {
    let mark: Unicode.Scalar = text[row].contains("|") ? "|" : "\t"
    let cells = row.split(omittingEmptySubsequences: false) { text[$0] == mark }.map { cell in
      guard let first = cell.first(where: { !QueryCharacters.isSeparator(text[$0]) }),
        let last = cell.last(where: { !QueryCharacters.isSeparator(text[$0]) })
      else { return cell.lowerBound..<cell.lowerBound }
      return first..<last + 1
    }
    // A bar may be before the first cell.
    return cells.first?.isEmpty == true ? Array(cells.dropFirst()) : cells
  }

  private static func string(_ text: [Unicode.Scalar], _ cell: Range<Int>) -> String {
    String(scalars: text[cell])
  }

  /// Whether a cell has only words, and is no search, button or setting.
  private static func isName(_ cell: String) -> Bool {
    cell.contains(Self.name) && !cell.contains(Self.other) && !StrategyRemark.hasSyntax(cell)
      && !StrategyRemark.isSetting(cell) && cell.split(separator: " ").count <= 6
  }

  /// Whether a cell is certainly a search.
  private static func isSearch(_ cell: String) -> Bool {
    !StrategyRemark.isSetting(cell)
      && (StrategyRemark.hasSyntax(cell) || cell.contains(Self.references))
  }

  // MARK: Patterns

  private static let rowNumber = SharedRegex(#/^[#S]?\d{1,4}[.)]?$/#)
  private static let name = SharedRegex(#/^\p{L}[\p{L}\d ,&()\/'-]*$/#)
  /// A field of EBSCOhost or Scopus, a reference, or a button of PubMed.
  private static let other = SharedRegex(#/^(?:[A-Z]{2} |[A-Z-]{3,}\(|S\d|Add$|Search\b)/#)
  private static let references =
    SharedRegex(#/^[\s({]*(?:[#S]?\d{1,4}[\s)]+(?i:and|or|not)\b|(?i:or|and)(?:\/|\s+#))/#)
}
