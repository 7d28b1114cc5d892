import Literature

/// The sheets of an Excel workbook as rows of text.
struct XLSXWorkbook {
  /// The sheets in the order of the workbook.
  private(set) var sheets: [Sheet] = []
  /// Title, authors and dates of the file.
  private(set) var properties = OfficeProperties()

  /// Maximum size of the text in all cells, in bytes.
  ///
  /// Any number of cells may share a text, so the text read is counted, not the text stored.
  private static let sizeLimit = 1 << 26
  private static let mostColumns = 1 << 14
  private static let mostRows = 1 << 20

  private var left = sizeLimit

  /// Reads a workbook.
  init(_ stream: ByteStream) throws(ReadError) {
    let members = try PackedText(stream) { name in
      name.hasPrefix("xl/worksheets/") || name.hasPrefix("xl/_rels/")
        || [
          "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "docProps/core.xml",
        ].contains(name)
    }
    properties = try OfficeProperties(members)
    let shared = try members.xml("xl/sharedStrings.xml") { root in
      root.children("si").map(Self.text)
    }
    let targets = try OfficeRelations(members, of: "xl/workbook.xml")
    let workbook = try members.xml("xl/workbook.xml") { workbook in
      let flag = workbook.child("workbookPr")?.attribute("date1904") ?? ""
      let sheets = (workbook.child("sheets")?.children("sheet") ?? []).map { sheet in
        (
          name: sheet.attribute("name") ?? "",
          target: targets[sheet.attribute("id", inNamespace: "r")]
        )
      }
      return (sheets: sheets, beginsIn1904: ["1", "true"].contains(flag))
    }
    guard let workbook else { throw .damaged("xl/workbook.xml is missing") }
    let dates = try XLSXDates(members, beginsIn1904: workbook.beginsIn1904)
    for (name, target) in workbook.sheets {
      guard let target else { continue }
      var left = left
      let sheet = try members.xml(target) { (sheet) throws(ReadError) in
        try Self.sheet(sheet, name, shared ?? [], dates, &left)
      }
      self.left = left
      if let sheet { sheets.append(sheet) }
    }
  }

  /// The text of a string, without the phonetic readings of East Asian text.
  private static func text(_ string: XMLElement) -> String {
    string.text { $0.isNamed(anyOf: ["rPh", "phoneticPr", "rPr"]) }
  }

  private static func sheet(
    _ content: XMLElement, _ name: String, _ shared: [String], _ dates: XLSXDates,
    _ left: inout Int
  ) throws(ReadError) -> Sheet {
    var sheet = Sheet(name: name)
    var number = 0
    for row in content.child("sheetData")?.children("row") ?? [] {
      // Empty rows may be left out.
      let stated = row.attribute("r").flatMap { Int($0) } ?? 0
      number = max(number + 1, stated <= mostRows ? stated : 0)
      var cells: [String] = []
      for cell in row.children("c") {
        let column = cell.attribute("r").flatMap(Self.column) ?? cells.count
        guard column >= cells.count, column < mostColumns else { continue }
        let value = Self.value(cell, shared, dates)
        if value.isEmpty { continue }
        left -= value.utf8.count + column - cells.count
        if left < 0 { throw .tooLarge(bytes: sizeLimit - left, limit: sizeLimit) }
        while cells.count < column { cells.append("") }
        cells.append(value)
      }
      sheet.add(cells, number: number)
    }
    return sheet
  }

  private static func value(
    _ cell: XMLElement, _ shared: [String], _ dates: XLSXDates
  ) -> String {
    switch cell.attribute("t") {
    case "s":
      guard let index = cell.child("v")?.content.flatMap({ Int($0) }),
        shared.indices.contains(index)
      else { return "" }
      return shared[index]
    case "inlineStr": return cell.child("is").map(text) ?? ""
    case "b": return cell.child("v")?.content == "1" ? "TRUE" : "FALSE"
    case "e": return ""
    case "str", "d": return cell.child("v")?.content ?? ""
    default:
      let number = cell.child("v")?.content ?? ""
      return dates.text(number, style: cell.attribute("s")) ?? number
    }
  }

  /// The column of a reference such as "AB12", from 0.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8.prefix(3) {
      guard byte.isCapital else { break }
      column = column * 26 + Int(byte - 0x40)
    }
    return column > 0 ? column - 1 : nil
  }
}
