import Analysis
import Answers
import Appraisal
import Foundation
import GRDB
import Literature

/// The result of storing corrections.
public struct CorrectionAccount: Sendable, Equatable {
  /// How many were stored; the others were already stored.
  public var stored = 0
  /// How many documents they changed.
  public var documents = 0
  /// Corrections of documents that are not in the index.
  ///
  /// They are applied when the documents are indexed.
  public var unknown: [Correction] = []
}

extension Indexer {
  /// Stores corrections and applies them to the documents of the index, in one transaction.
  ///
  /// Stored corrections are applied to every document that is indexed later, so they survive changes
  /// and moves of files.
  ///
  /// - Throws: ``IndexError`` if there is no index or it can't be written.
  public func correct(_ corrections: [Correction]) throws(IndexError) -> CorrectionAccount {
    try edit { database, analyzer, language in
      let writer = try IndexWriter(database, smallIndex: options.smallIndex)
      let works = try works(database, analyzer, language).merger
      var account = CorrectionAccount()
      var documents = Set<Int>()
      for correction in corrections {
        let found = try Self.documents(of: correction, analyzer, works, database)
        if found.isEmpty { account.unknown.append(correction) }
        guard try CorrectionTable.insert(correction, database) else { continue }
        account.stored += 1
        documents.formUnion(found)
      }
      account.documents = documents.count
      for document in documents.sorted() { try works.rebuild(document) }
      try works.resolve(writer)
      try writer.commit(isLast: true)
      return account
    }
  }

  /// The internal numbers of the documents that a correction applies to.
  private static func documents(
    of correction: Correction, _ analyzer: Analyzer, _ works: WorkMerger, _ database: Database
  ) throws -> [Int] {
    var named = Document(id: correction.id, source: Source(path: ""))
    named.title = correction.title
    named.identifiers = correction.identifiers
    var numbers = Set(try works.documents(sharing: named.duplicateKeys(analyzer).map(\.digest)))
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
      let row = try Row.fetchOne(
        database, sql: "SELECT * FROM documents WHERE number = ?", arguments: [number])
      return row.map { correction.concerns(DocumentRow.document($0)) } ?? false
    }
  }
}
