import Literature

/// A label of a catalogue page that was copied as text, and its value.
struct PageLabel {
  /// The meaning of a value.
  enum Field: String {
    case title, author, date, venue, type, language, doi, pmid, pmcid, isbn, url, keywords
    case abstract, drop
  }

  /// The label in lower case, as in the table.
  let name: String
  /// The meaning of its value.
  let field: Field
  /// The strength with which the label indicates a catalogue page: 0 to 2.
  let strength: Int
  /// The value on the same line; empty if there is none.
  let value: Substring

  private struct Row {
    let field: Field
    let strength: Int
  }

  private static let table: [String: Row] = Dictionary(
    Table(named: "page-labels.tsv").rows.compactMap { row in
      guard let field = Field(rawValue: row["field"]), let strength = Int(row["strength"])
      else { return nil }
      return (row["label"], Row(field: field, strength: strength))
    }, uniquingKeysWith: { first, _ in first })

  /// Labels that a value may follow without a space, the longest first.
  private static let fused: [(label: String, row: Row)] =
    table.filter { $0.value.strength > 0 }
    .map { (label: $0.key, row: $0.value) }
    .sorted { ($1.label.count, $0.label) < ($0.label.count, $1.label) }

  /// Reads a line as a label alone ("Abstract"), a label with a value ("Published date: 17 October
  /// 2023") or a label directly followed by its value ("Volume24"), as copied from Pure.
  init?(_ line: Substring) {
    guard line.utf8.count <= 400 else { return nil }
    let folded = line.lowercased()
    if let row = Self.table[folded] {
      self.init(name: folded, row: row, value: "")
      return
    }
    if let colon = line.firstIndex(of: ":"),
      let row = Self.table[line[..<colon].lowercased().trimmed]
    {
      let value = line[line.index(after: colon)...].drop(while: \.isWhitespace)
      self.init(name: line[..<colon].lowercased().trimmed, row: row, value: value)
      return
    }
    guard line.utf8.count <= 250 else { return nil }
    for (label, row) in Self.fused where folded.hasPrefix(label) {
      let value = line.dropFirst(label.count)
      guard let first = value.first, first.isUppercase || first.isNumber || "<(".contains(first)
      else { continue }
      self.init(name: label, row: row, value: value)
      return
    }
    return nil
  }

  /// Reads a line that has a label, a colon and a value: "Authors: Ann Lee".
  init?(withColon line: Substring) {
    self.init(line)
    let label = line.prefix { $0 != ":" }
    guard label.endIndex < line.endIndex, !value.isEmpty, label.lowercased().trimmed == name else {
      return nil
    }
  }

  /// Reads a label alone, whose value is elsewhere.
  init?(_ label: Substring, value: Substring) {
    guard label.utf8.count <= 60, let row = Self.table[label.lowercased().trimmed] else {
      return nil
    }
    self.init(name: label.lowercased().trimmed, row: row, value: value)
  }

  /// Whether the value is about the publication of a work.
  var isOfImprint: Bool {
    switch field {
    case .author, .date, .venue, .doi, .pmid, .pmcid, .isbn: true
    case .title, .type, .language, .url, .keywords, .abstract, .drop: false
    }
  }

  private init(name: String, row: Row, value: Substring) {
    self.name = name
    field = row.field
    strength = row.strength
    self.value = value
  }
}
