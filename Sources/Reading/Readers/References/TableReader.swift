import Literature

/// Tables of references: CSV with commas or semicolons, and TSV.
///
/// The first row names the columns; `csv-columns.tsv` maps the names to fields. Embase also writes
/// a row for each field (``FieldRows``). Any other table is one document, as an Excel file is.
package struct TableReader: DocumentReader {
  package static let format = "CSV or TSV"

  package static func recognises(_ head: FileHead) -> Bool {
    guard head.isText else { return false }
    if ["csv", "tsv", "tab"].contains(head.name.extension) { return true }
    guard ["", "txt"].contains(head.name.extension) else { return false }
    let header = head.firstLine
    let delimiter = Character(Unicode.Scalar(DelimitedRows.delimiter(of: header)))
    let names = header.split(separator: delimiter)
    if TableColumns.areOfWebOfScience(names.map(String.init)) { return true }
    let columns = names.map { TableColumns.field($0) }
    return columns.count >= 3 && columns.contains("title")
      && columns.count { $0 != nil } * 2 >= columns.count
  }

  package init() {}

  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    var rows = DelimitedRows(stream, delimiter: DelimitedRows.delimiter(of: stream))
    var opening: [DelimitedRows.Row] = []
    var header: TableColumns?
    while header == nil, opening.count < Self.longestOpening, let row = rows.next() {
      opening.append(row)
      if opening.count == 2, FieldRows.begin(with: opening[0], opening[1]) {
        try read(rows, after: opening[0], opening[1], from: origin, emit: emit)
        return
      }
      header = Self.header(at: opening)
    }
    guard let columns = header else {
      if opening.isEmpty { return }
      for outcome in document(opening, &rows, origin) { try emit(outcome) }
      return
    }
    for outcome in tooLong(&rows, origin) { try emit(outcome) }
    while let row = rows.next() {
      for outcome in outcomes(row, columns, origin) { try emit(outcome) }
      for outcome in tooLong(&rows, origin) { try emit(outcome) }
    }
  }

  /// The number of rows up to the names of the columns: notes may come before them, as in exports
  /// of Dimensions, and Excel's "sep=;".
  private static let longestOpening = 10

  /// The columns of references that the last of the first rows names; `nil` if it names none, or if
  /// the rows before it are not notes.
  private static func header(at opening: [DelimitedRows.Row]) -> TableColumns? {
    guard let last = opening.last, let columns = TableColumns(last.fields), columns.areOfReferences
    else { return nil }
    func count(_ row: DelimitedRows.Row) -> Int { row.fields.count { !$0.isEmpty } }
    let notes = opening.dropLast()
    guard notes.isEmpty || columns.knownCount >= 3,
      notes.allSatisfy({ TableColumns($0.fields) == nil && count($0) < count(last) })
    else { return nil }
    return columns
  }

  /// The outcomes for lines that were skipped since the last call, because they are too long.
  private func tooLong(_ rows: inout DelimitedRows, _ origin: RecordOrigin) -> [ReadOutcome] {
    rows.takeTooLong().map {
      origin.tooLarge($0.bytes, limit: DelimitedRows.rowLimit, at: .line($0.number))
    }
  }

  /// Reads a table that contains no references as one document.
  private func document(
    _ first: [DelimitedRows.Row], _ rest: inout DelimitedRows, _ origin: RecordOrigin
  ) -> [ReadOutcome] {
    var table = Workbook(sheets: [])
    var sheet = Sheet(name: "")
    var size = 0
    // "sep=;" is an instruction to Excel.
    var next = first.drop { $0.fields.first == "sep=" }
    while let row = next.isEmpty ? rest.next() : next.removeFirst() {
      size += row.fields.reduce(0) { $0 + $1.utf8.count }
      guard size <= TextLimits.document else {
        return [origin.tooLarge(size, limit: TextLimits.document, at: .line(row.line))]
      }
      sheet.add(row.fields, number: row.line)
      table.isRepaired = table.isRepaired || row.isRepaired
    }
    table.sheets = [sheet]
    return table.outcomes(from: origin) + tooLong(&rest, origin)
  }

  /// Reads a table with a row for each field.
  private func read<Stop: Error>(
    _ rest: DelimitedRows, after first: DelimitedRows.Row, _ second: DelimitedRows.Row,
    from origin: RecordOrigin, emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    var rows = rest
    var record = FieldRows(first)
    var next: DelimitedRows.Row? = second
    while let row = next {
      for outcome in tooLong(&rows, origin) { try emit(outcome) }
      if record.ends(before: row) {
        for outcome in outcomes(record, origin) { try emit(outcome) }
        record = FieldRows(row)
      } else {
        record.add(row)
      }
      next = rows.next()
    }
    for outcome in tooLong(&rows, origin) { try emit(outcome) }
    for outcome in outcomes(record, origin) { try emit(outcome) }
  }

  private func outcomes(_ record: FieldRows, _ origin: RecordOrigin) -> [ReadOutcome] {
    if record.isCut {
      return [.failed(origin.notice(.line(record.line), "has an unclosed quotation mark"))]
    }
    return record.outcomes(from: origin)
  }

  private func outcomes(
    _ row: DelimitedRows.Row, _ columns: TableColumns, _ origin: RecordOrigin
  ) -> [ReadOutcome] {
    let location = SourceLocation.line(row.line)
    if row.isCut {
      return [.failed(origin.notice(location, "has an unclosed quotation mark"))]
    }
    // Some programs end each row with the separator.
    guard row.fields.dropFirst(columns.count).allSatisfy(\.isEmpty) else {
      let reason = "has \(row.fields.count) fields, but the header has \(columns.count)"
      return [.failed(origin.notice(location, reason))]
    }
    return columns.outcomes(row.fields, from: origin, line: row.line, repaired: row.isRepaired)
  }
}
