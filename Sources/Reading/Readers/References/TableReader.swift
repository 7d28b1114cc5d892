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
    var first = rows.next()
    var next = first == nil ? nil : rows.next()
    if let preface = first, let header = next, Self.isPreface(preface, of: header) {
      (first, next) = (header, rows.next())
    }
    if let first, let second = next, FieldRows.begin(with: first, second) {
      try read(rows, after: first, second, from: origin, emit: emit)
      return
    }
    guard let columns = first.flatMap({ TableColumns($0.fields) }), columns.areOfReferences else {
      if let first {
        for outcome in document([first, next].compactMap(\.self), &rows, origin) {
          try emit(outcome)
        }
      }
      return
    }
    for outcome in tooLong(&rows, origin) { try emit(outcome) }
    while let row = next {
      for outcome in outcomes(row, columns, origin) { try emit(outcome) }
      next = rows.next()
      for outcome in tooLong(&rows, origin) { try emit(outcome) }
    }
  }

  /// Whether a row is a note before the header, as Dimensions writes one, or Excel's "sep=;".
  private static func isPreface(_ row: DelimitedRows.Row, of header: DelimitedRows.Row) -> Bool {
    guard TableColumns(row.fields) == nil, let columns = TableColumns(header.fields) else {
      return false
    }
    return row.fields.count < header.fields.count && columns.knownCount >= 3
      && columns.areOfReferences
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
    guard row.fields.count <= columns.count else {
      let reason = "has \(row.fields.count) fields, but the header has \(columns.count)"
      return [.failed(origin.notice(location, reason))]
    }
    return columns.outcomes(row.fields, from: origin, line: row.line, repaired: row.isRepaired)
  }
}
