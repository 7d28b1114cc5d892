import Answers
import GRDB
import Literature

/// Reads the fields of hits for one connection: only the parts of a document that a hit shows,
/// column by column.
final class HitFields {
  private let passages: ColumnStatement
  private let documents: ColumnStatement

  /// The location of a stored passage.
  struct Location {
    var document: Int
    /// The index of the section in the document.
    var section: Int
    /// The block of stored text that contains it.
    var block: Int
    var bytes: Range<Int>
    var scalars: Range<Int>
    var page: Int?
    /// Whether the location is part of the back matter.
    var isBackMatter: Bool
  }

  init(_ database: Database) throws {
    passages = try ColumnStatement(
      database,
      sql: """
        SELECT document, section, block, byte, bytes, scalar, scalars, page, back_matter
        FROM passages
        WHERE number = ?
        """)
    documents = try ColumnStatement(
      database,
      sql: """
        SELECT id, title, authors, year, venue, url, identifiers, facets, sections FROM documents
        WHERE number = ?
        """)
  }

  /// The location of a passage; `nil` for a number that is not in the index.
  func location(_ passage: UInt32) throws -> Location? {
    guard try passages.find(Int64(passage)) else { return nil }
    defer { passages.reset() }
    let byte = passages.offset(3)
    let scalar = passages.offset(5)
    return Location(
      document: passages.integer(0), section: passages.integer(1), block: passages.offset(2),
      bytes: byte..<byte + passages.offset(4), scalars: scalar..<scalar + passages.offset(6),
      page: passages.optionalInteger(7), isBackMatter: passages.integer(8) != 0)
  }

  /// A section of a document; `nil` if there is none.
  func section(_ index: Int, of document: Int) throws -> Section? {
    guard try documents.find(Int64(document)) else { return nil }
    defer { documents.reset() }
    return DocumentRow.section(documents.bytes(8), at: index)
  }

  /// The parts of a document that a hit shows, and one of its sections.
  func document(
    _ number: Int, section: Int
  ) throws -> (document: HitDocument, section: Section?)? {
    guard try documents.find(Int64(number)) else { return nil }
    defer { documents.reset() }
    var document = HitDocument(id: documents.text(0), title: documents.text(1))
    document.authors = documents.lines(2)
    document.year = documents.optionalInteger(3)
    document.venue = documents.optionalText(4)
    document.url = documents.optionalText(5)
    document.doi = DocumentRow.doi(documents.lines(6))
    document.take(FacetLines.facets(documents.bytes(7)))
    return (document, DocumentRow.section(documents.bytes(8), at: section))
  }
}
