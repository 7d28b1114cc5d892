/// What the embeddings of several documents have in common.
///
/// Embeddings are centred on the texts that the table was made of. In a library on another subject,
/// all documents therefore point in much the same direction, which hides how they differ. They are
/// compared by what is left without their centre.
package struct EmbeddingCentre: Sendable, Equatable {
  /// The centre of documents that have nothing in common.
  package static let none = EmbeddingCentre(
    sum: [Float](repeating: 0, count: Embedding.dimensions), count: 0)

  /// How many documents with nothing in common are added, so that a few documents still differ from
  /// their centre.
  package static let added: Float = 10

  /// The mean of the embeddings.
  package let vector: [Float]
  private let length: Float
  private let direction: Embedding

  /// - Parameters:
  ///   - sum: the sum of embeddings of length 1 or shorter.
  ///   - count: their number.
  package init(sum: [Float], count: Int) {
    let vector = sum.map { $0 / (Float(count) + Self.added) }
    self.vector = vector
    length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    direction = Embedding(vector)
  }

  /// The distance to a stored embedding, with length 1: the length of what is left of it.
  package func distance(to stored: UnsafePointer<Int8>) -> Float {
    guard length > 0 else { return 1 }
    return (1 - 2 * length * direction.cosine(stored) + length * length).squareRoot()
  }

  /// The product of the centre and a query: the part that the centre adds to the product of a query
  /// and an embedding.
  package func product(_ query: [Float]) -> Float {
    zip(vector, query).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
