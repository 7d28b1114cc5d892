import Ranking

/// The positions of a match in a passage, half-open.
package struct Span: Hashable, Comparable, Sendable {
  /// The position of the first word, in ``FieldSpace``.
  package var start: Int
  /// The position after the last word.
  package var end: Int
  /// The number of the range of positions of the field that contains it.
  let field: Int

  /// Creates a span.
  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
    field = start / Int(FieldSpace.size)
  }

  package static func < (left: Span, right: Span) -> Bool {
    left.start != right.start ? left.start < right.start : left.end < right.end
  }

  /// Spans in order, each once.
  static func sorted(_ spans: [Span]) -> [Span] {
    Set(spans).sorted()
  }

  /// The same match in the same field, with its positions counted from the first word of an earlier
  /// passage.
  ///
  /// - Parameter offset: the number of positions from that word to the first of its own passage.
  func moved(to offset: Int) -> Span {
    var span = self
    span.start += offset - field * Int(FieldSpace.size)
    span.end += offset - field * Int(FieldSpace.size)
    return span
  }

  func overlaps(_ other: Span) -> Bool {
    start < other.end && other.start < end
  }
}
