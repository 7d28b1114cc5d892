import Answers
import GRDB
import Literature

extension Indexer {
  /// Removes documents from the index; they stay removed when their sources are indexed again.
  ///
  /// - Parameter names: ids, or other identifiers of documents.
  /// - Returns: the documents that were removed, and the names that match none.
  /// - Throws: ``IndexError`` if there is no index or it can't be written.
  public func remove(
    _ names: [String]
  ) throws(IndexError) -> (removed: [RemovedDocumentName], unknown: [String]) {
    try edit { database, analyzer, language in
      let writer = try IndexWriter(database, options: options)
      let removed = try RemovedRecords(database, analyzer: analyzer)
      let works = try works(database, analyzer, language).merger
      let records = try RecordTable(database)
      var documents: [RemovedDocumentName] = []
      var unknown: [String] = []
      for name in names {
        guard
          let number = try IdentifierLookup(database: database).document(named: name),
          let row = try DocumentRow.row(database, number: number)
        else {
          if !documents.contains(where: { $0.id == name }) { unknown.append(name) }
          continue
        }
        let document = DocumentRow.document(row)
        documents.append(RemovedDocumentName(id: document.id, title: document.title))
        if row.integer("records") == 1 {
          try removed.insert(document, of: document.id)
          try works.remove(.alone(document: number, id: document.id), writer)
          continue
        }
        for record in try records.numbers(of: number) {
          if let read = try records.read(record) {
            try removed.insert(read.record, of: document.id)
          }
          try works.remove(.shared(record: record), writer)
        }
        try works.resolve(writer)
      }
      try works.resolve(writer)
      try writer.commit(isLast: true)
      return (documents, unknown)
    }
  }

  /// Restores removed documents; the next run over their sources indexes them again.
  ///
  /// - Parameter names: ids, or other identifiers of documents.
  public func restore(
    _ names: [String]
  ) throws(IndexError) -> (restored: [RemovedDocumentName], unknown: [String]) {
    try edit { database, _, _ in
      var restored: [RemovedDocumentName] = []
      var unknown: [String] = []
      try database.inTransaction {
        for name in names {
          if let document = try RemovedRecords.restore(name, database) {
            restored.append(document)
          } else {
            unknown.append(name)
          }
        }
        return .commit
      }
      return (restored, unknown)
    }
  }

  /// The removed documents that the names refer to, by name.
  ///
  /// - Parameter names: ids, or other identifiers of documents.
  public func removedDocuments(
    named names: [String]
  ) throws(IndexError) -> [String: RemovedDocumentName] {
    try IndexFile.open(path: path).use { try RemovedRecords.documents(named: names, $0) }
  }

  /// The documents that were removed.
  public func removedDocuments() throws(IndexError) -> [RemovedDocumentName] {
    try IndexFile.open(path: path).use { try RemovedRecords.all($0) }
  }
}
