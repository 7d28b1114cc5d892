import Embeddings
import SeededRandom
import Testing

/// Documents are compared by what they do not have in common.
struct EmbeddingCentreTests {
  /// Embeddings that have one direction in common.
  private static func embeddings(_ count: Int) -> [Embedding] {
    var random = SplitMix64(seed: UInt64(count))
    let common = (0..<256).map { _ in Float.random(in: -1..<1, using: &random) }
    return (0..<count).map { _ in
      Embedding(common.map { $0 + Float.random(in: -1..<1, using: &random) })
    }
  }

  private static func centre(_ embeddings: [Embedding]) -> EmbeddingCentre {
    var sum = [Float](repeating: 0, count: 256)
    for embedding in embeddings {
      embedding.numbers.withUnsafeBufferPointer { stored in
        if let first = stored.baseAddress { Embedding.add(first, weight: 1, to: &sum) }
      }
    }
    return EmbeddingCentre(sum: sum, count: embeddings.count)
  }

  private static func distance(_ centre: EmbeddingCentre, to embedding: Embedding) -> Double? {
    embedding.numbers.withUnsafeBufferPointer { stored in
      stored.baseAddress.map { Double(centre.distance(to: $0)) }
    }
  }

  /// The numbers of an embedding, with length 1.
  private static func unit(_ embedding: Embedding) -> [Double] {
    let numbers = embedding.numbers.map(Double.init)
    let length = product(numbers, numbers).squareRoot()
    return numbers.map { $0 / length }
  }

  private static func product(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }

  @Test(arguments: [1, 2, 10, 100])
  func `distances and products equal those of plain arithmetic`(count: Int) throws {
    let embeddings = Self.embeddings(count)
    let centre = Self.centre(embeddings)
    let units = embeddings.map(Self.unit)
    let mean = (0..<256).map { index in
      units.reduce(0) { $0 + $1[index] } / Double(count + 10)
    }
    for (embedding, unit) in zip(embeddings, units) {
      let left = zip(unit, mean).map { $0 - $1 }
      let distance = try #require(Self.distance(centre, to: embedding))
      #expect(abs(distance - Self.product(left, left).squareRoot()) < 0.005)
      let product = Double(centre.product(unit.map { Float($0) }))
      #expect(abs(product - Self.product(unit, mean)) < 1e-4)
    }
  }

  @Test func `what is left of documents on one subject differs`() throws {
    let embeddings = Self.embeddings(100)
    let centre = Self.centre(embeddings)
    let query = Self.unit(embeddings[0])
    let common = Double(centre.product(query.map { Float($0) }))
    var cosines: [Double] = []
    var left: [Double] = []
    for other in embeddings.dropFirst() {
      let cosine = Self.product(query, Self.unit(other))
      let distance = try #require(Self.distance(centre, to: other))
      cosines.append(cosine)
      left.append((cosine - common) / distance)
    }
    #expect(cosines.reduce(0, +) / 99 > 0.4)
    #expect(abs(left.reduce(0, +) / 99) < 0.15)
  }

  @Test func `without a centre, nothing changes`() throws {
    for embedding in Self.embeddings(3) {
      #expect(Self.distance(.none, to: embedding) == 1)
      #expect(EmbeddingCentre.none.product(embedding.numbers.map { Float($0) }) == 0)
    }
    #expect(EmbeddingCentre.none.vector == [Float](repeating: 0, count: 256))
  }
}
