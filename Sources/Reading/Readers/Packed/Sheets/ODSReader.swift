import Literature

/// OpenDocument spreadsheets (ISO/IEC 26300), which are read like those of Excel.
package struct ODSReader: DocumentReader {
  package static let format = "ODS"
  package static let isPacked = true

  package static func recognises(_ head: FileHead) -> Bool {
    head.isZip(with: "application/vnd.oasis.opendocument.spreadsheet")
  }

  package init() {}

  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    try Workbook.read(stream, from: origin, emit: emit, open: Self.workbook)
  }

  private static func workbook(_ stream: ByteStream) throws(ReadError) -> Workbook {
    let members = try PackedText(stream, wanted: ODTReader.isWanted)
    let found: [Sheet]?? = try members.xml("content.xml") { content in
      content.child("body", "spreadsheet")?.children("table").map { sheet($0) }
    }
    guard let sheets = found.flatMap(\.self) else {
      throw .damaged("content.xml is missing or invalid")
    }
    var workbook = Workbook(sheets: sheets)
    workbook.properties = try ODTReader.properties(members)
    return workbook
  }

  private static func sheet(_ table: XMLElement) -> Sheet {
    var sheet = Sheet(name: table.attribute("name") ?? "")
    for row in ODTTable.rows(of: table) { sheet.add(row.cells, number: row.number) }
    return sheet
  }
}
