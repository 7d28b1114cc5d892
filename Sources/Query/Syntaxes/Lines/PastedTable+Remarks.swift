import Literature

/// Finds the columns of a table with words about the searches: the concept of each before it,
/// `1 | Peers | peer*.ti. | 123`, or a comment after the count of hits,
/// `1 | peer*.ti. | 123 | Peers`.
extension PastedTable {
  /// A text with spaces in place of these words, and the words.
  static func withoutRemarks(
    _ text: [Unicode.Scalar]
  ) -> (text: [Unicode.Scalar], remarks: [String]) {
    guard text.contains("|") || text.contains("\t") else { return (text, []) }
    let (searches, concepts) = withoutConcepts(text)
    let (rest, comments) = withoutComments(searches)
    return (rest, concepts + comments)
  }

  /// A text with spaces in place of the names of concepts, and these names.
  ///
  /// The second column has them if it has only words, and most cells of the third are searches.
  private static func withoutConcepts(
    _ text: [Unicode.Scalar]
  ) -> (text: [Unicode.Scalar], concepts: [String]) {
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
    return blanking(names, in: text)
  }

  /// A text with spaces in place of comments, and these comments.
  ///
  /// The last column has them if it has only words and follows a number, and most cells before that
  /// number are searches.
  private static func withoutComments(
    _ text: [Unicode.Scalar]
  ) -> (text: [Unicode.Scalar], comments: [String]) {
    var comments: [Range<Int>] = []
    var searches = 0
    for line in text.indices.split(whereSeparator: { text[$0] == "\n" || text[$0] == "\r" }) {
      let cells = cells(text, in: line.startIndex..<line.endIndex).filter { !$0.isEmpty }
      guard cells.count > 3, let last = cells.last, string(text, cells[0]).contains(Self.rowNumber),
        string(text, cells[cells.count - 2]).contains(Self.count)
      else { continue }
      let comment = string(text, last)
      guard isName(comment), !comment.contains(Self.afterCount) else { continue }
      comments.append(last)
      if isSearch(string(text, cells[cells.count - 3])) { searches += 1 }
    }
    guard searches * 2 > comments.count else { return (text, []) }
    return blanking(comments, in: text)
  }

  /// A text with spaces in place of some cells, and what these contained.
  private static func blanking(
    _ cells: [Range<Int>], in text: [Unicode.Scalar]
  ) -> ([Unicode.Scalar], [String]) {
    var blanked = text
    for index in cells.joined() { blanked[index] = " " }
    return (blanked, DistinctNotes(cells.map { string(text, $0) }).list)
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

  /// Whether a cell has only words, and is not a search, a button or a setting.
  private static func isName(_ cell: String) -> Bool {
    cell.contains(Self.name) && !cell.contains(Self.other) && !StrategyRemark.hasSyntax(cell)
      && !StrategyRemark.isSetting(cell) && cell.split(separator: " ").count <= 6
  }

  /// Whether a cell is certainly a search.
  private static func isSearch(_ cell: String) -> Bool {
    !StrategyRemark.isSetting(cell)
      && (StrategyRemark.hasSyntax(cell) || LineCombination.beginning(of: cell[...]) != nil)
  }

  // MARK: Patterns

  private static let rowNumber = SharedRegex(#/^[#S]?\d{1,4}[.)]?$/#)
  private static let count = SharedRegex(#/^(?:[nN]\s*=\s*)?[(\[]?\d{1,3}(?:[,. ]?\d{3})*[)\]]?$/#)
  /// The buttons of Ovid and the databases of Web of Science, which are not comments.
  private static let afterCount =
    SharedRegex(
      #/^(?:Advanced|Basic|Display|More|Contract|SCI-EXPANDED|SSCI|CPCI|BKCI|ESCI|CCR|IC)\b/#)
  private static let name = SharedRegex(#/^\p{L}[\p{L}\d ,&()\/'-]*$/#)
  /// A field of EBSCOhost or Scopus, a reference, or a button of PubMed.
  private static let other = SharedRegex(#/^(?:[A-Z]{2} |[A-Z-]{3,}\(|S\d|Add$|Search\b)/#)
}
