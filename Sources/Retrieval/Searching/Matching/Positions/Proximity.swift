/// Joins spans that are near each other.
///
/// Operands don't share words, so overlapping spans are not near each other. All spans must be in
/// one field.
package struct Proximity: Equatable, Sendable {
  /// Maximum number of words between spans: in any order, from the end of each span to the
  /// beginning of the last (as in FTS5); in order, between neighbours.
  package var distance: Int
  /// Whether the operands occur in the given order.
  package var isOrdered: Bool

  /// Whether the operator joins words side by side, as a phrase does.
  var isPhrase: Bool { distance == 0 && isOrdered }

  /// Creates a proximity.
  package init(distance: Int, isOrdered: Bool) {
    self.distance = distance
    self.isOrdered = isOrdered
  }

  /// Maximum number of combinations that are tried in a passage, or for each operand if operands
  /// are in order.
  ///
  /// Many operands with many spans have too many combinations to try them all.
  private static let mostSteps = 1 << 17

  /// The spans formed by one span of each operand, in order and each once.
  ///
  /// - Parameter operands: the spans of each operand, in order.
  package func spans(_ operands: [[Span]]) -> [Span] {
    isOrdered ? ordered(operands) : unordered(operands)
  }

  private func ordered(_ operands: [[Span]]) -> [Span] {
    var found = operands.first ?? []
    for operand in operands.dropFirst() {
      var next: Set<Span> = []
      var steps = Self.mostSteps
      for left in found {
        for right in operand where steps > 0 {
          let gap = right.start - left.end
          if gap > distance { break }
          if gap >= 0, left.field == right.field {
            steps -= 1
            var joined = left
            joined.end = right.end
            next.insert(joined)
          }
        }
      }
      found = next.sorted()
      if found.isEmpty { break }
    }
    return found
  }

  private func unordered(_ operands: [[Span]]) -> [Span] {
    var found: Set<Span> = []
    var chosen: [Span] = []
    var steps = Self.mostSteps
    choose(operands[...], &chosen, &found, &steps)
    return found.sorted()
  }

  /// Chooses a span of each remaining operand that fits those already chosen.
  private func choose(
    _ operands: ArraySlice<[Span]>, _ chosen: inout [Span], _ found: inout Set<Span>,
    _ steps: inout Int
  ) {
    guard let operand = operands.first else {
      guard var joined = chosen.first else { return }
      for span in chosen {
        joined.start = min(joined.start, span.start)
        joined.end = max(joined.end, span.end)
      }
      found.insert(joined)
      return
    }
    for span in operand where steps > 0 {
      steps -= 1
      guard fits(span, chosen) else { continue }
      chosen.append(span)
      choose(operands.dropFirst(), &chosen, &found, &steps)
      chosen.removeLast()
    }
  }

  /// Whether a span fits those already chosen; a choice that does not fit never fits with more
  /// spans.
  private func fits(_ span: Span, _ chosen: [Span]) -> Bool {
    let last = chosen.reduce(span.start) { max($0, $1.start) }
    return last - span.end <= distance
      && chosen.allSatisfy {
        $0.field == span.field && !$0.overlaps(span) && last - $0.end <= distance
      }
  }
}
