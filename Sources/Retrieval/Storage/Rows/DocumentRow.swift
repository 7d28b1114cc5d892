import Foundation
import GRDB
import Literature

/// Converts between a document and its row in the index file.
///
/// Lists are stored as lines, so that they are readable in the `sqlite3` shell; a line break inside
/// a value becomes a space.
package enum DocumentRow {
  /// The statement that inserts a row.
  static let insert = """
    INSERT INTO documents (\(columns.joined(separator: ", ")))
    VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
    """

  private static let columns =
    [
      "number", "id", "source", "key", "line", "fingerprint", "title", "authors", "year", "venue",
      "type", "language", "url", "imprint", "identifiers", "keywords", "origins", "sections",
      "facets",
    ] + CountColumns.names + ["records", "first_passage", "passages", "evidence"]

  /// Binds the values of ``insert`` for a document, without its text.
  ///
  /// - Parameters:
  ///   - source: the number of the path of its file.
  ///   - evidence: the evidence of its facets, as ``EvidenceBytes``.
  static func bind(
    _ document: Document, number: Int, source: Int, fingerprint: [UInt8], records: Int,
    firstPassage: Int, passages: Int, evidence: [UInt8], to row: inout RowBinder
  ) {
    row.bind(number)
    row.bind(document.id)
    row.bind(source)
    row.bind(document.source.key ?? "")
    row.bind(place(document.source))
    row.bind(fingerprint)
    row.bind(document.title)
    row.bind(lines(document.authors))
    row.bind(document.year)
    row.bind(document.venue)
    row.bind(document.type)
    row.bind(document.language)
    row.bind(document.url)
    row.bind(ImprintLines.text(document.imprint))
    row.bind(lines(document.identifiers))
    row.bind(lines(document.keywords))
    row.bind(
      lines(
        document.origins.sorted { $0.key.rawValue < $1.key.rawValue }
          .map { "\($0.key.rawValue)=\($0.value.initial)" }))
    row.bind(lines(document.sections.map(line)))
    row.bind(FacetLines.text(document.facets))
    for value in CountColumns.values(document.facets) { row.bind(value) }
    row.bind(records)
    row.bind(firstPassage)
    row.bind(passages)
    row.bind(evidence)
  }

  /// The start of a query of rows for ``document(_:)``.
  static let selection = "SELECT documents.*, \(SourcePaths.column) FROM documents"

  /// The row of a document by its internal number.
  static func row(_ database: Database, number: Int) throws -> Row? {
    try Row.fetchOne(
      database.cachedStatement(sql: "\(selection) WHERE number = ?"),
      arguments: [number])
  }

  /// The column `line` of a source: its line, or its negative number in the file if records share a
  /// line.
  static func place(_ source: Source) -> Int? {
    source.line ?? source.number.map { -$0 }
  }

  /// The source of a record; without a place if the row has no such column.
  static func source(_ row: Row) -> Source {
    let key = row.text("key")
    let place = row.optionalInteger("line") ?? 0
    return Source(
      path: row.text("path"), key: key.isEmpty ? nil : key, line: place > 0 ? place : nil,
      number: place < 0 ? Int(clamping: place.magnitude) : nil)
  }

  /// The document of a row, without its text and without the evidence of its facets.
  package static func document(_ row: Row) -> Document {
    var document = Document(id: row.text("id"), source: source(row))
    document.title = row.text("title")
    document.authors = split(row.text("authors"))
    document.year = row.optionalInteger("year")
    document.venue = row.optionalText("venue")
    document.type = row.optionalText("type")
    document.language = row.optionalText("language")
    document.url = row.optionalText("url")
    document.imprint = ImprintLines.imprint(row.text("imprint"))
    document.keywords = split(row.text("keywords"))
    document.identifiers = identifiers(row.text("identifiers"))
    for line in split(row.text("origins")) {
      let parts = line.split(separator: "=")
      if parts.count == 2, let field = MetadataField(rawValue: String(parts[0])),
        let origin = Origin(initial: parts[1])
      {
        document.origins[field] = origin
      }
    }
    document.sections = split(row.text("sections")).compactMap(section)
    document.facets = FacetLines.facets(row.text("facets"))
    return document
  }

  /// The digital object identifier among the lines of `identifiers`; `nil` if there is none.
  static func doi(_ identifiers: [String]) -> String? {
    identifiers.lazy.compactMap(Identifier.init(line:)).first { $0.scheme == .doi }?.value
  }

  /// A section in the lines of `sections`; `nil` if there is no such section.
  static func section(_ sections: UnsafeRawBufferPointer, at index: Int) -> Section? {
    // A line takes at least one byte, so a number in a damaged index can't require too many lines.
    guard (0..<sections.count).contains(index) else { return nil }
    let lines = sections.split(
      separator: UInt8(ascii: "\n"), maxSplits: index + 1, omittingEmptySubsequences: false)
    guard lines.indices.contains(index) else { return nil }
    return section(String(decoding: lines[index], as: UTF8.self))
  }

  /// Identifiers as stored, one per line.
  static func lines(_ identifiers: [Identifier]) -> String {
    lines(identifiers.map(\.line))
  }

  /// The identifiers in stored lines.
  static func identifiers(_ text: String) -> [Identifier] {
    split(text).compactMap(Identifier.init(line:))
  }

  private static func lines(_ values: [String]) -> String {
    values.map(EscapedLine.oneLine).joined(separator: "\n")
  }

  private static func split(_ text: String) -> [String] {
    text.isEmpty
      ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Precedes the kind of a section that the source marks as a part of its abstract.
  private static let abstractPrefix = "abstract/"

  private static func line(_ section: Section) -> String {
    let page = section.page.map(String.init) ?? ""
    let abstract = section.isInAbstract ? abstractPrefix : ""
    return
      "\(abstract)\(section.kind.rawValue)\t\(section.bytes.lowerBound)\t\(section.bytes.upperBound)\t"
      + "\(page)\t\(section.heading)"
  }

  private static func section(_ line: String) -> Section? {
    let parts = line.split(separator: "\t", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5 else { return nil }
    let isInAbstract = parts[0].hasPrefix(abstractPrefix)
    let name = isInAbstract ? parts[0].dropFirst(abstractPrefix.count) : parts[0]
    guard let kind = Section.Kind(rawValue: String(name)),
      let start = Int(parts[1]), let end = Int(parts[2]), start >= 0, start <= end
    else { return nil }
    return Section(
      heading: String(parts[4]), kind: kind, bytes: start..<end, page: Int(parts[3]),
      isInAbstract: isInAbstract)
  }
}
