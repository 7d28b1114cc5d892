import Literature

/// Excel workbooks (Office Open XML, ECMA-376, part 1, section 18).
package struct XLSXReader: DocumentReader {
  package static let format = "XLSX"
  package static let isPacked = true

  package static func recognises(_ head: FileHead) -> Bool {
    head.isZip(with: "xl/work")
      || head.name.extension == "xlsx" && head.isZip(with: "[Content_Types]")
  }

  package init() {}

  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    try Workbook.read(stream, from: origin, emit: emit, open: Self.workbook)
  }

  private static func workbook(_ stream: ByteStream) throws(ReadError) -> Workbook {
    let contents = try XLSXWorkbook(stream)
    var workbook = Workbook(sheets: contents.sheets)
    contents.properties.describe(&workbook.properties)
    return workbook
  }
}
