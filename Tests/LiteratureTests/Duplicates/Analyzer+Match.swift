import Analysis
import Literature
import Testing

extension Analyzer {
  /// The match of two records, if they share a key; it must be the same in both directions.
  func match(_ left: Document, _ right: Document) -> RecordMatch {
    let (left, right) = (LinkageRecord(left, self), LinkageRecord(right, self))
    #expect(left.match(right) == right.match(left))
    return Set(left.keys).isDisjoint(with: right.keys) ? .different : left.match(right)
  }
}
