/// A passage or document of a posting list, with the weight of the term in it.
package struct Posting: Equatable, Sendable {
  /// The number of the passage or document.
  package var number: UInt32
  /// The quantised impact, 1 to 255.
  package var impact: UInt8

  /// Creates a posting.
  package init(number: UInt32, impact: UInt8) {
    self.number = number
    self.impact = impact
  }
}
