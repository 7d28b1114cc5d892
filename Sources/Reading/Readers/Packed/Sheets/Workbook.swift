import Literature

/// The sheets of a workbook, or a single table.
///
/// If the first row of the first sheet names the columns of references, as in exports of screening
/// tools and databases, each row of this sheet, and of other sheets of this kind, is a record. Any
/// other workbook is one document with one section per sheet.
struct Workbook {
  /// The sheets in order.
  var sheets: [Sheet]
  /// The record in the properties of the file.
  var properties = BibliographicRecord()
  /// Whether characters were replaced.
  var isRepaired = false

  /// Reads a file as a workbook, or reports why it can't be read.
  ///
  /// - Parameter open: returns the workbook in a file.
  static func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin, emit: (ReadOutcome) throws(Stop) -> Void,
    open: (ByteStream) throws(ReadError) -> Workbook
  ) throws(Stop) {
    let workbook: Workbook
    do throws(ReadError) {
      workbook = try open(stream)
    } catch {
      try emit(.failed(origin.notice(nil, error.description)))
      return
    }
    try workbook.read(from: origin, emit: emit)
  }

  /// Reads the records or the document.
  func read<Stop: Error>(
    from origin: RecordOrigin, emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    if let sheet = sheets.first, let (index, columns) = Self.header(of: sheet),
      // The first sheet may be an empty form beside sheets with text.
      sheet.rows.count > index + 1 || sheets.dropFirst().allSatisfy({ $0.rows.isEmpty })
    {
      try readReferences(sheet, after: index, columns, origin, emit)
      for sheet in sheets.dropFirst() where !sheet.rows.isEmpty {
        if let (index, columns) = Self.header(of: sheet) {
          try readReferences(sheet, after: index, columns, origin, emit)
        } else {
          let reason = "is a sheet without references, so it was not read"
          try emit(.skipped(origin.member(sheet.name).notice(nil, reason)))
        }
      }
    } else {
      for outcome in outcomes(from: origin) { try emit(outcome) }
    }
  }

  /// All sheets as one document, and a notice if they list references without naming their titles.
  func outcomes(from origin: RecordOrigin) -> [ReadOutcome] {
    let outcome = document(from: origin)
    guard sheets.contains(where: \.listsReferences) else { return [outcome] }
    let reason =
      "lists references but names no column for their titles, so it is read as one text; name the "
      + "columns in the first row, such as Title, Authors and DOI"
    return [outcome, .failed(origin.notice(nil, reason))]
  }

  /// The header of a table of references, and its index: the first row or, as in exports of
  /// Dimensions, a row after notes; there, more columns must be known, because many tables have a
  /// title above columns such as "Name" and "Type".
  private static func header(of sheet: Sheet) -> (index: Int, columns: TableColumns)? {
    for (index, row) in sheet.rows.prefix(10).enumerated() {
      if let columns = TableColumns(row), columns.areOfReferences,
        columns.knownCount >= (index == 0 ? 2 : 4)
      {
        return (index, columns)
      }
    }
    return nil
  }

  /// Reads the rows after the header.
  private func readReferences<Stop: Error>(
    _ sheet: Sheet, after header: Int, _ columns: TableColumns, _ origin: RecordOrigin,
    _ emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    for (line, row) in zip(sheet.numbers, sheet.rows).dropFirst(header + 1) {
      for outcome in columns.outcomes(row, from: origin, line: line) { try emit(outcome) }
    }
  }

  private func document(from origin: RecordOrigin) -> ReadOutcome {
    var reference = properties
    var builder = TextBuilder()
    for sheet in sheets where !sheet.rows.isEmpty {
      builder.section(sheet.name, .body, level: 1)
      builder.table(sheet.rows)
    }
    (reference.abstract, reference.sections) = builder.finish()
    guard !reference.abstract.isEmpty, var document = reference.document(from: origin) else {
      return origin.withoutText
    }
    let title = WorkbookTitle.title(of: sheets, stated: document.title, file: origin.stem)
    document.set(\.title, .title, title.text, origin: title.origin)
    // Dates in the rows of a table are those of its entries.
    let opening = StatedYear.opening(of: document.text).filter { !$0.contains(" | ") }
    let stated = StatedYear.find(title: document.title, opening: opening)
    document.set(\.year, .year, stated, origin: .extracted)
    document.nameByFile(origin)
    return .document(document, repaired: Repair(ofCharacters: isRepaired))
  }
}
