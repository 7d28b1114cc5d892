import Answers
import Foundation
import GRDB
import Literature

extension Index {
  /// The records that were merged into one document, and documents that may be the same work.
  public func duplicates() throws -> DuplicateReport {
    let decided = try DecisionFile(index: path).read()
    return try use { searcher in
      let reader = searcher.reader
      try reader.requireFile()
      let text = try decided ?? IndexProperties.value(reader.database, .decisions) ?? ""
      let decisions = try DecisionFile(index: path).decisions(text)
      return try reader.duplicates(DuplicateDecisions(decisions, reader.analyzer))
    }
  }
}

extension IndexReader {
  func duplicates(_ decisions: DuplicateDecisions) throws -> DuplicateReport {
    var report = DuplicateReport()
    report.sources = try recordCounts()
    report.merged = try merged(decisions)
    report.possible = try possible(decisions)
    return report
  }

  /// Records and documents of each file.
  ///
  /// More records may have been read from a file than are stored: of several with the same id, only
  /// the first is kept. Records of removed documents are in no table of records. The run that read
  /// the file last has reported them; after that, `removed` names those that were removed since.
  func recordCounts() throws -> [DuplicateReport.SourceCount] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT path, sum(stored) AS stored, sum(documents) AS documents, sum(read) AS read,
          max(sum(reported), sum(removed) * max(is_pending)) AS removed FROM (
          SELECT \(SourcePaths.column), records = 1 AS stored, 1 AS documents, 0 AS read,
            0 AS reported, 0 AS removed, 0 AS is_pending FROM documents UNION ALL
          SELECT path, 1, 0, 0, 0, 0, 0 FROM records UNION ALL
          SELECT path, 0, 0, records, 0, 0, modified = -1 FROM sources WHERE records > 0 UNION ALL
          SELECT path, 0, 0, 0, 1, 0, 0 FROM notices WHERE cause = ? UNION ALL
          SELECT path, 0, 0, 0, 0, 1, 0 FROM removed
        ) GROUP BY path ORDER BY path
        """, arguments: [NoticeTable.Cause.removed.rawValue])
    return rows.compactMap { row in
      let removed = row.integer("removed")
      let records = max(row.integer("stored") + removed, row.integer("read"))
      // A removed record may be all that is left of a file.
      if records == 0 { return nil }
      return DuplicateReport.SourceCount(
        path: row.text("path"), records: records, documents: row.integer("documents"),
        removed: removed)
    }
  }

  /// The works with several records, each with the reasons why its records are the same work.
  private func merged(_ decisions: DuplicateDecisions) throws -> [DuplicateReport.Work] {
    let table = try RecordTable(database)
    let works = try Row.fetchAll(
      database, sql: "SELECT number, id, title FROM documents WHERE records > 1 ORDER BY number")
    return try works.map { row in
      let records = try table.rows(of: row.offset("number"))
        .sorted { RecordRank($0.record) < RecordRank($1.record) }
      let linkages = records.map { $0.linkage(analyzer) }
      let reasons = WorkReasons(linkages, decisions)
      let listed = records.enumerated().map { index, row in
        DuplicateReport.Record(
          row.record, number: index + 1,
          reason: index == 0 ? nil : Self.reason(index, linkages, reasons))
      }
      return DuplicateReport.Work(id: row.text("id"), title: row.text("title"), records: listed)
    }
  }

  /// The most certain reason why a record is the same work as another record of the work.
  private static func reason(
    _ index: Int, _ linkages: [LinkageRecord], _ reasons: WorkReasons
  ) -> String {
    guard let (other, reason) = reasons.strongest(of: index) else { return "through other records" }
    return linkages[index].explain(reason, with: linkages[other])
  }

  /// The compared parts of each record of a document.
  private func linkages(of number: Int, _ table: RecordTable) throws -> [LinkageRecord] {
    guard let row = try DocumentRow.row(database, number: number) else { return [] }
    return try table.rows(of: row).map { $0.linkage(analyzer) }
  }

  /// Documents that share a key and may be the same work.
  ///
  /// Some of them match, but were not merged, because each of them also matches another document
  /// that contradicts the other.
  private func possible(_ decisions: DuplicateDecisions) throws -> [DuplicateReport.Pair] {
    var seen = Set<[Int]>()
    let table = try RecordTable(database)
    var linkages: [Int: (document: Document, linkage: LinkageRecord)] = [:]
    /// The records of documents that have decisions.
    var decided: [Int: [LinkageRecord]] = [:]
    var pairs: [[Int]: DuplicateReport.Pair] = [:]
    let keys = try Int64.fetchAll(
      database, sql: "SELECT key FROM work_keys GROUP BY key HAVING count(*) > 1")
    for key in keys {
      let numbers = try Int.fetchAll(
        database.cachedStatement(
          sql: "SELECT document FROM work_keys WHERE key = ? ORDER BY document LIMIT ?"),
        arguments: [key, WorkGroups.comparisons])
      for number in numbers where linkages[number] == nil {
        guard let document = try record(number: number) else { continue }
        let content = try Data.fetchOne(
          database.cachedStatement(sql: "SELECT fingerprint FROM documents WHERE number = ?"),
          arguments: [number])
        linkages[number] = (
          document, LinkageRecord(document, analyzer, content: content.map { Array($0) } ?? [])
        )
        if !decisions.isEmpty { decided[number] = try self.linkages(of: number, table) }
      }
      for (index, left) in numbers.enumerated() {
        for right in numbers[(index + 1)...] where seen.insert([left, right]).inserted {
          guard let one = linkages[left], let other = linkages[right],
            let reason = one.linkage.match(other.linkage).reason,
            !decisions.separate(decided[left] ?? [], decided[right] ?? [])
          else { continue }
          pairs[[left, right]] = DuplicateReport.Pair(
            ids: [one.document.id, other.document.id],
            titles: [one.document.title, other.document.title],
            reason: one.linkage.explain(reason, with: other.linkage))
        }
      }
    }
    return pairs.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }
}
