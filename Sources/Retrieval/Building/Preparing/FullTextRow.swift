/// A passage as stored in the FTS5 table: its analysed columns, in the order of ``FullTextColumn``.
struct FullTextRow {
  var passage: Int
  var columns: [[UInt8]]
}

extension PreparedDocument {
  /// The row of a passage.
  ///
  /// - Parameters:
  ///   - index: the index of the passage in the document.
  ///   - number: its internal number.
  func fullTextRow(_ index: Int, number: Int) -> FullTextRow {
    let passage = passages[index]
    return FullTextRow(
      passage: number,
      columns: FullTextColumn.allCases.map { column in
        switch column {
        case .title: titleColumn
        case .heading: passage.headingColumn
        case .body: passage.isBackMatter ? [] : passage.bodyColumn
        case .authors: authorsColumn
        case .backMatter: passage.isBackMatter ? passage.bodyColumn : []
        case .keywords, .journal, .publisher, .year, .abbreviation:
          index == 0 ? recordColumns[column] ?? [] : []
        }
      })
  }
}
