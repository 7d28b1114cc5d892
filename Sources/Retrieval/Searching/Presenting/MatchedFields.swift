import Answers
import Literature

/// Finds the fields of a record that match, for hits whose title and passage do not.
struct MatchedFields {
  private let reader: IndexReader
  private let highlighter: Highlighter?

  /// Maximum number of fields that are reported.
  private static let limit = 3

  init(reader: IndexReader, plan: QueryPlan) {
    self.reader = reader
    highlighter =
      plan.scored.isEmpty
      ? nil : Highlighter(analyzer: reader.analyzer, plan: plan, marksAllFields: true)
  }

  /// The first fields of a document that match; `nil` if there are none.
  func matches(_ document: Int) throws -> [FieldMatch]? {
    guard let highlighter, let record = try reader.record(number: document) else { return nil }
    let fields =
      record.keywords.map { FieldMatch(.keyword, $0) }
      + (record.venue.map { [FieldMatch(.journal, $0)] } ?? [])
      + (record.imprint.publisher.map { [FieldMatch(.publisher, $0)] } ?? [])
      + record.authors.map { FieldMatch(.author, $0) }
    let found = fields.lazy.filter { !highlighter.ranges(in: $0.text).isEmpty }.prefix(Self.limit)
    return found.isEmpty ? nil : Array(found)
  }
}
