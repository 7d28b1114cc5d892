import Analysis
import Answers
import Appraisal
import Foundation
import GRDB
import Literature

extension Indexer {
  /// Stores corrections and applies them to the documents of the index, in one transaction.
  ///
  /// Stored corrections are applied to every document that is indexed later, so they survive
  /// changes and moves of files.
  ///
  /// - Parameter isTable: whether they are the rows of a table, which can be stored again without
  ///   any effect; otherwise, people make them now.
  /// - Throws: ``IndexError`` if there is no index or it can't be written.
  public func correct(
    _ corrections: [Correction], isTable: Bool = false
  ) throws(IndexError) -> CorrectionReport {
    try edit { database, analyzer, language in
      let writer = try IndexWriter(database, options: options)
      let works = try works(database, analyzer, language).merger
      var report = CorrectionReport()
      var documents = Set<Int>()
      var times: [Correction: Int] = [:]
      for correction in corrections {
        times[correction, default: 0] += 1
        let found = try Self.documents(of: correction, analyzer, works, database)
        if found.isEmpty { report.unknown.append(correction) }
        let isNew = try CorrectionTable.insert(
          correction, times: isTable ? times[correction] : nil, database)
        guard isNew else { continue }
        report.stored += 1
        documents.formUnion(found)
      }
      report.documents = try documents.sorted().compactMap { number in
        try String.fetchOne(
          database, sql: "SELECT id FROM documents WHERE number = ?", arguments: [number])
      }
      for document in documents.sorted() { try works.prepareToRebuild(document) }
      try works.resolve(writer)
      try writer.commit(isLast: true)
      return report
    }
  }

  /// The internal numbers of the documents that a correction applies to.
  private static func documents(
    of correction: Correction, _ analyzer: Analyzer, _ works: WorkMerger, _ database: Database
  ) throws -> [Int] {
    var named = Document(id: correction.id, source: Source(path: ""))
    named.title = correction.title
    named.authors = correction.author.isEmpty ? [] : [correction.author]
    named.identifiers = correction.identifiers
    var numbers = Set(try works.documents(sharing: named.workKeys(analyzer).map(\.digest)))
    numbers.formUnion(
      try Int.fetchAll(
        database, sql: "SELECT number FROM documents WHERE id = ?", arguments: [correction.id]))
    if numbers.isEmpty, !correction.title.isEmpty {
      // A short title is not a key, so this reads every row.
      numbers = Set(
        try Int.fetchAll(
          database, sql: "SELECT number FROM documents WHERE title = ?",
          arguments: [correction.title]))
    }
    return try numbers.sorted().filter { number in
      let row = try DocumentRow.row(database, number: number)
      return row.map { correction.concerns(DocumentRow.document($0)) } ?? false
    }
  }
}
