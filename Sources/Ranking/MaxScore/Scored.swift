/// A passage or document with its score, in units of the query's scale.
package struct Scored: Equatable, Sendable {
  package var number: UInt32
  package var score: UInt32

  package init(number: UInt32, score: UInt32) {
    self.number = number
    self.score = score
  }
}
