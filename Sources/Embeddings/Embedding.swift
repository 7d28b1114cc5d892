/// The embedding of a text: 256 numbers of 8 bits, whose direction shows what the text is about.
///
/// On the hot path: the embeddings of a hundred documents are compared for each query, where they
/// are stored. The loops are written so that the compiler turns them into vector instructions.
package struct Embedding: Sendable, Equatable {
  /// The number of dimensions of an embedding.
  package static let dimensions = 256

  /// The numbers; all 0 for a text without known words.
  package let numbers: [Int8]
  /// The square of its length.
  private let square: Float

  /// Rounds a vector of ``dimensions`` numbers, whatever its length; only its direction is kept.
  package init(_ vector: [Float]) {
    let largest = vector.reduce(0) { max($0, abs($1)) }
    let unit = largest > 0 ? 127 / largest : 0
    self.init(vector.map { Int8(($0 * unit).rounded()) })
  }

  private init(_ numbers: [Int8]) {
    self.numbers = numbers
    square = numbers.reduce(0) { $0 + Float($1) * Float($1) }
  }

  /// Copies stored numbers.
  package init(_ stored: UnsafeBufferPointer<Int8>) {
    self.init(Array(stored))
  }

  /// The cosine between two embeddings; 0 if one of them is all zeros.
  package func cosine(_ other: UnsafePointer<Int8>) -> Float {
    numbers.withUnsafeBufferPointer { own in
      guard let own = own.baseAddress else { return 0 }
      var product: Int32 = 0
      var otherSquare: Int32 = 0
      for index in 0..<Self.dimensions {
        let number = Int32(other[index])
        product &+= Int32(own[index]) &* number
        otherSquare &+= number &* number
      }
      let square = square * Float(otherSquare)
      return square > 0 ? Float(product) / square.squareRoot() : 0
    }
  }

  /// Adds a stored embedding, with length 1 and multiplied by a weight, to a vector.
  package static func add(
    _ stored: UnsafePointer<Int8>, weight: Float, to vector: inout [Float]
  ) {
    var square: Int32 = 0
    for index in 0..<Self.dimensions {
      square &+= Int32(stored[index]) &* Int32(stored[index])
    }
    guard square > 0 else { return }
    let unit = weight / Float(square).squareRoot()
    vector.withUnsafeMutableBufferPointer { vector in
      for index in vector.indices { vector[index] += Float(stored[index]) * unit }
    }
  }
}

extension [Float] {
  /// The vector with length 1; itself if it is all zeros.
  package var normalized: [Float] {
    let square = reduce(0) { $0 + $1 * $1 }
    guard square > 0 else { return self }
    let unit = 1 / square.squareRoot()
    return map { $0 * unit }
  }
}

extension Embedding {
  /// The weight of a word by the number of its occurrences in a text.
  @inline(__always)
  package static func weight(count: Float) -> Float { count / (count + 1) }
}
