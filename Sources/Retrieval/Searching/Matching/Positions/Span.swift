import Ranking

/// The positions of a match in a passage, half-open.
package struct Span: Hashable, Comparable, Sendable {
  /// The position of the first word, in ``FieldSpace``.
  package var start: Int
  /// The position after the last word.
  package var end: Int

  /// Creates a span.
  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  package static func < (left: Span, right: Span) -> Bool {
    left.start != right.start ? left.start < right.start : left.end < right.end
  }

  /// Spans in order, each once.
  static func sorted(_ spans: [Span]) -> [Span] {
    Set(spans).sorted()
  }

  /// The field that contains it.
  var field: Int { start / Int(FieldSpace.size) }

  func overlaps(_ other: Span) -> Bool {
    start < other.end && other.start < end
  }
}
