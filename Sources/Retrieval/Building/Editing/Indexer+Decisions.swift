import Analysis
import Answers
import Foundation
import GRDB
import Literature

extension Indexer {
  /// Records that documents are the same work, and merges them.
  ///
  /// - Parameter ids: public ids of at least two documents.
  /// - Throws: ``IndexError``.
  public func merge(_ ids: [String]) throws(IndexError) -> DecisionReport {
    try decide { records in
      var named = Set<Int>()
      let all = try ids.map { try records.work($0) }
      let works = all.filter { named.insert($0.document).inserted }
      // A DOI may also be that of other documents, which would stay separate.
      for (id, work) in zip(ids, all) where works.count == 1 || work.id != id {
        try records.expectOneDocument(id)
      }
      if works.count > 1 { for work in works { try work.expectKeys() } }
      return works.indices.flatMap { left in
        works[(left + 1)...].flatMap { other in
          works[left].records.flatMap { one in
            other.records.map { Pair(verdict: .same, left: one, right: $0) }
          }
        }
      }
    }
  }

  /// Records that the records of a document are different works, and makes each a document.
  ///
  /// - Parameters:
  ///   - id: the public id of the document.
  ///   - parts: ids or numbers of the records to separate from the others, as
  ///     ``Index/duplicates()``
  ///     lists them; if empty, all are separated.
  /// - Throws: ``IndexError``.
  public func split(_ id: String, _ parts: [String] = []) throws(IndexError) -> DecisionReport {
    try decide { records in
      let work = try records.work(id).records
      let split = try parts.flatMap { try Self.records($0, of: work, document: id) }
      return work.indices.flatMap { left in
        work.indices.filter { right in
          right > left && (parts.isEmpty || split.contains(left) || split.contains(right))
        }.map { Pair(verdict: .different, left: work[left], right: work[$0]) }
      }
    }
  }

  /// The offsets of the records with an id or a key in their file, or of the one with a number from
  /// 1.
  private static func records(
    _ name: String, of work: [DecidedRecords.Member], document: String
  ) throws -> [Int] {
    let named = work.indices.filter {
      work[$0].record.id == name || work[$0].record.source.key == name
    }
    // An id of all records separates none of them from the others.
    if named.count > 1, named.count == work.count {
      throw IndexError.ambiguousRecord(id: name, document: document)
    }
    if !named.isEmpty { return named }
    guard let number = Int(name), (1...work.count).contains(number) else {
      throw IndexError.unknownRecord(id: name, document: document)
    }
    return [number - 1]
  }

  /// A decision on two records.
  private struct Pair {
    var verdict: DuplicateDecision.Verdict
    var left: DecidedRecords.Member
    var right: DecidedRecords.Member
  }

  /// Makes decisions, writes them to the decision file and rebuilds the affected documents.
  private func decide(
    _ pairs: (DecidedRecords) throws -> [Pair]
  ) throws(IndexError) -> DecisionReport {
    let decisionFile = DecisionFile(index: path)
    return try edit { database, analyzer, language in
      let records = try DecidedRecords(database, analyzer, path: path)
      let pairs = try pairs(records)
      if pairs.isEmpty { return DecisionReport(decisions: 0, documents: []) }
      let stored = try StoredDecisions(database, decisionFile, analyzer)
      let date = Date.now.formatted(.iso8601)
      let new = pairs.compactMap { pair in
        let decision = DuplicateDecision(
          pair.verdict, pair.left.reference, pair.right.reference, date: date)
        let decisions = DuplicateDecisions([decision], analyzer)
        // Copies of one record can't be distinguished, so they can't be separated.
        let isKnown = decisions.verdict(pair.left.linkage, pair.right.linkage) == pair.verdict
        return isKnown ? decision : nil
      }
      // Earlier decisions on the same records no longer apply.
      let earlier = stored.current.all
      let kept = earlier.filter { decision in
        let decision = DuplicateDecisions([decision], analyzer)
        return !pairs.contains { decision.verdict($0.left.linkage, $0.right.linkage) != nil }
      }
      if new.isEmpty, kept.count == earlier.count {
        throw IndexError.identicalRecords(pairs[0].left.record.id, pairs[0].right.record.id)
      }
      _ = try decisionFile.write(kept + Self.distinct(new))
      let sources = pairs.flatMap { [$0.left.record.source, $0.right.record.source] }
      let decisions = new.isEmpty ? earlier.count - kept.count : new.count
      return try rebuild(database, analyzer, language, sources, decisions: decisions)
    }
  }

  /// Decisions without those on copies of the same two records, because a decision is about all
  /// copies of its records.
  private static func distinct(_ decisions: [DuplicateDecision]) -> [DuplicateDecision] {
    var known = Set<Set<RecordReference>>()
    return decisions.filter { known.insert([$0.left.unnamed, $0.right.unnamed]).inserted }
  }

  /// Applies the decisions of the file.
  private func rebuild(
    _ database: Database, _ analyzer: Analyzer, _ language: String, _ sources: [Source],
    decisions: Int
  ) throws -> DecisionReport {
    let (works, stored) = try works(database, analyzer, language)
    let writer = try IndexWriter(database, options: options)
    try works.reconsider(stored.changed)
    try works.resolve(writer)
    try stored.write(database)
    try writer.commit(isLast: true)
    var numbers: [Int] = []
    for source in sources {
      if let number = try works.sources.document(of: source), !numbers.contains(number) {
        numbers.append(number)
      }
    }
    let records = try DecidedRecords(database, analyzer, path: path)
    let documents = try numbers.map { number in
      let work = try records.work(number: number)
      return DuplicateReport.Work(
        id: work.id, title: work.title,
        records: work.records.enumerated().map { index, member in
          DuplicateReport.Record(member.record, number: index + 1)
        })
    }
    return DecisionReport(decisions: decisions, documents: documents)
  }
}
