import Ranking

/// The terms of a passage with their impacts and positions.
///
/// After the terms of ``ShardTerms`` follow for each term the number of positions, the first one,
/// and the differences from one to the next, as variable-length numbers.
package struct PassagePositions {
  private let terms: ShardTerms
  private let rest: [UInt8]

  /// Reads the terms; positions are read when they are asked for.
  package init(_ bytes: [UInt8]) {
    terms = ShardTerms(bytes)
    rest = Array(terms.rest)
  }

  /// The impact and the positions of a term; `nil` if the passage does not contain it, or if the
  /// bytes before its positions are damaged.
  package func entry(_ term: UInt32) -> (impact: UInt8, positions: [UInt16])? {
    guard let index = terms.index(of: term) else { return nil }
    var reader = ByteReader(rest)
    for _ in 0..<index {
      guard let count = reader.variable() else { return nil }
      for _ in 0..<count {
        guard reader.variable() != nil else { return nil }
      }
    }
    guard let count = reader.variable() else { return nil }
    var found: [UInt16] = []
    var position: UInt32 = 0
    for _ in 0..<count {
      guard let step = reader.variable() else { return nil }
      position &+= step
      found.append(UInt16(truncatingIfNeeded: position))
    }
    return (terms.impact(of: term), found)
  }

  /// The bytes of a passage.
  ///
  /// - Parameter terms: in the order of their numbers.
  package static func bytes(
    _ number: UInt32, _ terms: [(term: UInt32, impact: UInt8, positions: [UInt16])]
  ) -> [UInt8] {
    var rest: [UInt8] = []
    for entry in terms {
      rest.append(variable: UInt32(entry.positions.count))
      var previous: UInt16 = 0
      for position in entry.positions {
        rest.append(variable: UInt32(position &- previous))
        previous = position
      }
    }
    return ShardTerms.bytes(number, terms.map { ($0.term, $0.impact) }, rest: rest)
  }
}
