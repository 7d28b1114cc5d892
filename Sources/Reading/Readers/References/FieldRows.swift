import Literature

/// A record of a table that has a row for each field, its name first: "field by row" of Embase.
///
///     "TITLE","Peer support for people with HIV"
///     "AUTHOR NAMES","Okafor C.","Nguyen T."
struct FieldRows {
  /// The line on which the record begins.
  let line: Int
  private(set) var isRepaired = false
  /// Whether a quotation mark in it never closes.
  private(set) var isCut = false
  private var names: [String] = []
  private var values: [String] = []

  /// Begins a record.
  init(_ row: DelimitedRows.Row) {
    line = row.line
    add(row)
  }

  /// Whether a table with these two first rows has a row for each field: its title, and another
  /// field where other tables have the title of their first record.
  static func begin(with first: DelimitedRows.Row, _ second: DelimitedRows.Row) -> Bool {
    guard let title = first.fields.first, let other = second.fields.first, first.fields.count > 1,
      TableColumns.field(title) == "title", TableColumns.field(first.fields[1]) == nil,
      let field = TableColumns.field(other)
    else { return false }
    return field != "title" && second.fields.count > 1
  }

  /// Whether a row begins another record, because the record has a title already.
  func ends(before row: DelimitedRows.Row) -> Bool { row.fields.first == names.first }

  /// Adds a field.
  mutating func add(_ row: DelimitedRows.Row) {
    isRepaired = isRepaired || row.isRepaired
    isCut = isCut || row.isCut
    guard let name = row.fields.first else { return }
    let value = row.fields.dropFirst().joinedNonEmpty(separator: "; ")
    if name.lowercased() == "source", let source = value.wholeMatch(of: Self.source) {
      let (_, journal, volume, pages) = source.output
      let numbers = (volume ?? "").split(separator: ":", maxSplits: 1)
      names += ["source title", "volume", "issue", "pages"]
      values += [
        String(journal), numbers.first.map(String.init) ?? "",
        numbers.dropFirst().first.map(String.init) ?? "", pages.map(String.init) ?? "",
      ]
    } else {
      names.append(name)
      // A link follows the PMID.
      let isNumber = TableColumns.field(name) == "pmid"
      values.append(isNumber ? String(value.prefix(while: \.isASCIIDigit)) : value)
    }
  }

  /// The outcome of reading the record, after the values that can't be read.
  func outcomes(from origin: RecordOrigin) -> [ReadOutcome] {
    TableColumns(names)?.outcomes(values, from: origin, line: line, repaired: isRepaired)
      ?? [origin.outcome(nil, at: .line(line))]
  }

  /// The journal, the volume with its issue, and the pages in "AIDS Care (2018) 30:5 (560-568)".
  private static let source = SharedRegex(
    #/(.+?) \(\d{4}\)(?: ([^\s.(]+))?(?: \(([^)]+)\))?(?:\..*)?/#)
}
