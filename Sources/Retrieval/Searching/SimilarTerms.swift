import Foundation
import GRDB

/// Finds the terms of a document that tell most of what it is about.
struct SimilarTerms {
  let session: IndexSession

  /// How many terms stand for a document.
  static let limit = 24

  /// The terms, weighted by how much they tell: impact times inverse document frequency.
  func terms(of document: Int) throws -> [PlannedTerm] {
    let data = try Data.fetchOne(
      session.database, sql: "SELECT data FROM document_terms WHERE document = ?",
      arguments: [document])
    guard let data else { return [] }
    let total = Double(session.snapshot.documentCount)
    var weighted: [(term: String, weight: Double)] = []
    for entry in ForwardEntry.entries([UInt8](data)) {
      guard
        let term = try String.fetchOne(
          session.database, sql: "SELECT term FROM terms WHERE number = ?",
          arguments: [Int(entry.term)])
      else { continue }
      let count = try session.lists.count(.term(term), .document)
      session.reader.release()
      guard count > 1 else { continue }
      let idf = InverseDocumentFrequency.value(count: Double(count), total: total)
      weighted.append((term, Double(entry.impact) / 255 * idf))
    }
    weighted.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.term < $1.term }
    let best = weighted.prefix(Self.limit)
    let top = best.first?.weight ?? 1
    return best.map {
      PlannedTerm(
        label: $0.term, members: [PlannedMember(pattern: .term($0.term))], weight: $0.weight / top)
    }
  }
}
