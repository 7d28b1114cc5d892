/// A number for each field that is ranked: counts of a term, lengths, or weights.
public struct FieldCounts: Sendable, Equatable {
  public var body: Float = 0
  public var title: Float = 0
  public var heading: Float = 0
  public var authors: Float = 0

  @inlinable
  public init(body: Float = 0, title: Float = 0, heading: Float = 0, authors: Float = 0) {
    self.body = body
    self.title = title
    self.heading = heading
    self.authors = authors
  }
}
