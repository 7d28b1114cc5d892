/// A number for each field that is ranked: counts of a term, lengths, or weights.
package struct FieldCounts: Sendable, Equatable {
  package var body: Float = 0
  package var title: Float = 0
  package var heading: Float = 0
  package var authors: Float = 0

  @inlinable
  package init(body: Float = 0, title: Float = 0, heading: Float = 0, authors: Float = 0) {
    self.body = body
    self.title = title
    self.heading = heading
    self.authors = authors
  }
}
