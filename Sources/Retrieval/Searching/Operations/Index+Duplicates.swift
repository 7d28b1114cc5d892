import Answers
import Foundation
import GRDB
import Literature

extension Index {
  /// Which records were made one document, and which documents may be one work.
  public func duplicates() throws -> DuplicateReport {
    try use { try $0.reader.duplicates() }
  }
}

extension IndexReader {
  /// Most documents of one key of which each pair is compared.
  private static let comparisons = 64

  func duplicates() throws -> DuplicateReport {
    var report = DuplicateReport()
    report.documents = try Int.fetchOne(database, sql: "SELECT count(*) FROM documents") ?? 0
    report.sources = try recordCounts()
    report.merged = try merged()
    report.possible = try possible()
    return report
  }

  /// How many records each file gave, by path.
  func recordCounts() throws -> [DuplicateReport.SourceCount] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT path, count(*) AS records FROM (
          SELECT path FROM documents WHERE records = 1 UNION ALL SELECT path FROM records
        ) GROUP BY path ORDER BY path
        """
    ).map { DuplicateReport.SourceCount(path: $0.text("path"), records: $0.integer("records")) }
  }

  /// The works of several records, each with why its records are one work.
  private func merged() throws -> [DuplicateReport.Work] {
    let table = try RecordTable(database)
    let works = try Row.fetchAll(
      database, sql: "SELECT number, id, title FROM documents WHERE records > 1 ORDER BY number")
    return try works.map { row in
      let records = try table.numbers(of: row.offset("number"))
        .compactMap { try table.read($0)?.record }.sorted { RecordRank($0) < RecordRank($1) }
      let linkages = records.map { LinkageRecord($0, analyzer) }
      let told = records.enumerated().map { index, record in
        DuplicateReport.Record(
          id: record.id, path: record.source.path, line: record.source.line,
          reason: index == 0 ? nil : Self.reason(index, linkages))
      }
      return DuplicateReport.Work(id: row.text("id"), title: row.text("title"), records: told)
    }
  }

  /// Why a record is the same work as another of the work: the surest reason.
  private static func reason(_ index: Int, _ linkages: [LinkageRecord]) -> String {
    let reasons = linkages.indices.filter { $0 != index }.compactMap { other in
      if case .same(let reason) = linkages[index].match(linkages[other]) { reason } else { nil }
    }
    let identifier = reasons.first { if case .identifier = $0 { true } else { false } }
    return (identifier ?? reasons.first)?.description ?? "other records"
  }

  /// Documents that share a key and may be one work.
  private func possible() throws -> [DuplicateReport.Pair] {
    var seen = Set<[Int]>()
    var linkages: [Int: (document: Document, linkage: LinkageRecord)] = [:]
    var pairs: [[Int]: DuplicateReport.Pair] = [:]
    let keys = try Int64.fetchAll(
      database, sql: "SELECT key FROM work_keys GROUP BY key HAVING count(*) > 1")
    for key in keys {
      let numbers = try Int.fetchAll(
        database.cachedStatement(
          sql: "SELECT document FROM work_keys WHERE key = ? ORDER BY document LIMIT ?"),
        arguments: [key, Self.comparisons])
      for number in numbers where linkages[number] == nil {
        guard let document = try record(number: number) else { continue }
        linkages[number] = (document, LinkageRecord(document, analyzer))
      }
      for (place, left) in numbers.enumerated() {
        for right in numbers[(place + 1)...] where seen.insert([left, right]).inserted {
          guard let one = linkages[left], let other = linkages[right],
            case .possible(let reason) = one.linkage.match(other.linkage)
          else { continue }
          pairs[[left, right]] = DuplicateReport.Pair(
            ids: [one.document.id, other.document.id],
            titles: [one.document.title, other.document.title], reason: reason.description)
        }
      }
    }
    return pairs.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }
}
