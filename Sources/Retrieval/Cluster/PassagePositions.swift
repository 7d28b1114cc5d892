import Ranking

/// The terms of a passage with their impacts and positions.
///
/// After the terms of ``StoredTerms`` follow for each term the number of positions, the first one,
/// and the differences from one to the next, as variable-length numbers.
package struct PassagePositions {
  private let terms: StoredTerms
  private var positions: [UInt32: [UInt16]] = [:]

  /// Reads the positions; those after damaged bytes are omitted.
  package init(_ bytes: [UInt8]) {
    terms = StoredTerms(bytes)
    var reader = ByteReader(Array(terms.rest))
    for term in terms.numbers {
      guard let count = reader.variable() else { return }
      var found: [UInt16] = []
      var position: UInt32 = 0
      for _ in 0..<count {
        guard let step = reader.variable() else { return }
        position &+= step
        found.append(UInt16(truncatingIfNeeded: position))
      }
      positions[term] = found
    }
  }

  /// The impact and the positions of a term; `nil` if the passage does not contain it.
  package func entry(_ term: UInt32) -> (impact: UInt8, positions: [UInt16])? {
    positions[term].map { (terms.impact(of: term), $0) }
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
    return StoredTerms.bytes(number, terms.map { ($0.term, $0.impact) }, rest: rest)
  }
}
