import Foundation
import GRDB
import Literature

/// Copies documents into a plain SQLite file that opens everywhere, without peerlit's tokenizer.
///
///     try PortableCopy(index.select(request), of: index).write(to: "library.sqlite")
///
/// Texts are uncompressed, facets are rows and JSON arrays, and the full text is a standard FTS5
/// table.
public struct PortableCopy {
  private let selection: DocumentSelection
  private let index: Index

  /// Prepares a copy of selected documents.
  public init(_ selection: DocumentSelection, of index: Index) {
    self.selection = selection
    self.index = index
  }

  /// Writes the copy to a file that does not exist yet.
  ///
  /// - Throws: ``IndexError`` for a problem with the index or the file.
  public func write(to path: String) throws {
    do {
      var configuration = Configuration()
      // An unfinished file is of no use, so nothing needs to be recovered.
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
      }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "BEGIN")
        try database.execute(sql: PortableSchema.tables)
        try Self.writeVocabulary(database)
        try writeDocuments(database)
        try database.execute(sql: PortableSchema.indexes)
        try database.execute(sql: "COMMIT")
        try database.execute(sql: "PRAGMA optimize")
      }
      try queue.close()
    } catch let error as DatabaseError {
      throw IndexFile.translate(error, path: path)
    }
  }

  /// Whether a file is such a copy.
  public static func isCopy(_ path: String) -> Bool {
    var configuration = Configuration()
    configuration.readonly = true
    guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else {
      return false
    }
    let isCopy = try? queue.read { database in
      try database.tableExists("works_fts") && database.tableExists("work_facets_all")
    }
    return isCopy == true
  }

  private static func writeVocabulary(_ database: Database) throws {
    let vocabulary = Vocabulary.standard
    for entry in vocabulary.entries {
      try database.execute(
        sql: "INSERT INTO facet_codes VALUES (?, ?, ?, ?, ?)",
        arguments: [
          entry.facet.rawValue, entry.code, entry.label, entry.parent, entry.meaning,
        ])
    }
    for row in FacetCodeTable.closure(vocabulary) {
      try database.execute(
        sql: "INSERT INTO facet_closure VALUES (?, ?, ?)", arguments: StatementArguments(row))
    }
  }

  private func writeDocuments(_ database: Database) throws {
    let facets = PortableSchema.facets
    let columns =
      [
        "work", "id", "title", "authors", "year", "venue", "type", "doi", "pmid", "url",
      ] + CountColumns.names + facets + ["keywords", "language", "source", "text"]
    let works = try database.makeStatement(
      sql: """
        INSERT INTO works (\(columns.joined(separator: ", ")))
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        """)
    let values = try database.makeStatement(
      sql: "INSERT INTO work_facets_all VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    let identifiers = try database.makeStatement(
      sql: "INSERT OR IGNORE INTO work_identifiers VALUES (?, ?, ?)")
    var work = 0
    for start in stride(from: 0, to: selection.count, by: RecordExport.pieceSize) {
      let range = start..<min(start + RecordExport.pieceSize, selection.count)
      for document in try index.documents(selection, range) {
        work += 1
        try works.execute(arguments: Self.arguments(document, work: work))
        for row in FacetRow.rows(document.facets) {
          let label = Vocabulary.standard.entry(row.code.description, in: row.facet)?.label
          try values.execute(
            arguments: [
              work, row.facet.rawValue, row.code, label ?? row.code.description,
              row.origin.rawValue, row.confidence, row.evidence, row.status.name,
            ])
        }
        for identifier in document.identifiers {
          try identifiers.execute(
            arguments: [work, identifier.scheme.rawValue, identifier.value])
        }
      }
    }
  }

  /// The values of a row of `works`.
  private static func arguments(_ document: Document, work: Int) throws -> StatementArguments {
    let before: StatementArguments = [
      work, document.id, document.title, list(document.authors), document.year, document.venue,
      document.type, document.doi, document.identifier(.pmid), document.url,
    ]
    let codes = try FacetDefinition.codes.map { facet in
      String(
        decoding: try JSONEncoder().encode(document.facets.effective(codes: facet.name)),
        as: UTF8.self)
    }
    let counts = StatementArguments(CountColumns.values(document.facets))
    // A copy can be published, and folders of this machine mean nothing elsewhere.
    let file = document.source.fileName
    return before + counts + StatementArguments(codes) + [
      list(document.keywords), document.language, file, document.text,
    ]
  }

  private static func list(_ values: [String]) -> String? {
    values.isEmpty ? nil : values.joined(separator: "; ")
  }
}
