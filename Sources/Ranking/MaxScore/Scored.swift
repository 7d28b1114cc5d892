/// A passage or document with its score, in units of the query's scale.
package struct Scored: Equatable, Sendable {
  /// The number of the passage or document.
  package var number: UInt32
  /// The score, a sum of weighted impacts.
  package var score: UInt32

  /// Creates a scored text.
  package init(number: UInt32, score: UInt32) {
    self.number = number
    self.score = score
  }
}
