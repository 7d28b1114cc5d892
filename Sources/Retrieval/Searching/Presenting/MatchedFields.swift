import Answers
import Literature

/// Finds the fields of a record that match, for hits whose title and passage do not.
struct MatchedFields {
  private let reader: IndexReader
  private let highlighters: PlanHighlighter?

  /// Maximum number of fields that are reported.
  private static let limit = 3

  init(reader: IndexReader, plan: QueryPlan, abbreviations: AbbreviationCache) {
    self.reader = reader
    highlighters =
      plan.scored.isEmpty
      ? nil
      : PlanHighlighter(
        analyzer: reader.analyzer, plan: plan, abbreviations: abbreviations,
        marksAllFields: true)
  }

  /// The first fields of a document that match; `nil` if there are none.
  func matches(_ document: Int) throws -> [FieldMatch]? {
    guard let highlighter = try highlighters?.highlighter(for: document),
      let record = try reader.record(number: document)
    else { return nil }
    // One name of the journal is enough: that with more of the words.
    let names = [record.venue, record.imprint.abbreviation].compactMap(\.self)
    let journal = names.max { highlighter.ranges(in: $0).count < highlighter.ranges(in: $1).count }
    let fields =
      record.keywords.map { FieldMatch(.keyword, $0) }
      + (journal.map { [FieldMatch(.journal, $0)] } ?? [])
      + (record.imprint.publisher.map { [FieldMatch(.publisher, $0)] } ?? [])
      + record.authors.map { FieldMatch(.author, $0) }
    let found = fields.lazy.filter { !highlighter.ranges(in: $0.text).isEmpty }.prefix(Self.limit)
    return found.isEmpty ? nil : Array(found)
  }
}
