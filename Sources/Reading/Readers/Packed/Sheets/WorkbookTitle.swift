import Literature

/// The title of a workbook or a table that is one document.
///
/// The first of these: the title in the file's properties; a first row with one cell of three words
/// or more above a table; the name of the file; the name of the first sheet, if that of the file
/// says nothing ("Book1.xlsx"). A header or a number in the first cell is never the title.
enum WorkbookTitle {
  /// The title of a workbook.
  ///
  /// - Parameters:
  ///   - stated: the title in the properties; empty if there is none.
  ///   - name: the name of the file, without its extension.
  static func title(
    of sheets: [Sheet], stated: String, file name: String
  ) -> (text: String, origin: Origin) {
    if !stated.isEmpty { return (stated, .record) }
    let filled = sheets.filter { !$0.rows.isEmpty }
    if let heading = filled.first.flatMap(heading) { return (heading, .extracted) }
    if isDefault(name), let sheet = filled.first?.name.trimmed, !sheet.isEmpty, !isDefault(sheet) {
      return (sheet, .extracted)
    }
    return (FileTitle.of(name), .extracted)
  }

  /// The only cell of the first row, if it reads like a title and a table follows.
  private static func heading(_ sheet: Sheet) -> String? {
    let cells = (sheet.rows.first ?? []).filter { !$0.trimmed.isEmpty }
    guard cells.count == 1, let text = cells.first?.oneLine, text.utf8.count <= 300,
      sheet.rows.dropFirst().contains(where: { $0.count { !$0.isEmpty } > 1 }),
      !PublicationDate.isDate(text)
    else { return nil }
    let words = text.split(separator: " ").filter { $0.contains(where: \.isLetter) }
    return words.count >= 3 ? text : nil
  }

  /// Whether a name is one that programs give: "Book1", "Sheet 2", "export (3)".
  private static func isDefault(_ name: String) -> Bool {
    name.lowercased().wholeMatch(
      of:
        /(book|workbook|sheet|mappe|tabelle|classeur|feuil|libro|hoja|untitled|export|download|data|table)[ _-]?\(?\d*\)?/
    )
      != nil
  }
}
