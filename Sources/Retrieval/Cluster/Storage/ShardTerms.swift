import Literature
import Ranking

/// The terms of a text with their impacts, and what follows them: the term vector of a document.
///
///     the number of the text, most significant byte first, by which equal scores are ordered
///     the number of terms
///     for each, in the order of numbers: the difference from the number before, and the impact
///
/// All numbers but the first are variable-length.
package struct ShardTerms {
  /// The numbers of the terms, ascending.
  package private(set) var numbers: [UInt32] = []
  private var impacts: [UInt8] = []
  /// The bytes after the terms.
  package private(set) var rest: ArraySlice<UInt8> = []

  /// Reads the terms; damaged bytes have none.
  package init(_ bytes: [UInt8]) {
    var offset = 4
    var (numbers, impacts): ([UInt32], [UInt8]) = ([], [])
    let isWhole = bytes.withUnsafeBufferPointer { bytes in
      guard let count = Self.read(bytes, &offset), count <= bytes.count else { return false }
      numbers.reserveCapacity(Int(count))
      impacts.reserveCapacity(Int(count))
      var number: UInt32 = 0
      for _ in 0..<count {
        guard let difference = Self.read(bytes, &offset), let impact = Self.read(bytes, &offset)
        else { return false }
        number &+= difference
        numbers.append(number)
        impacts.append(UInt8(truncatingIfNeeded: impact))
      }
      return true
    }
    guard isWhole else { return }
    self.numbers = numbers
    self.impacts = impacts
    rest = bytes[offset...]
  }

  /// The next variable-length number; `nil` if the bytes end too early.
  ///
  /// The bytes are a buffer, because a query reads a hundred thousand of these numbers.
  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int
  ) -> UInt32? {
    VariableByte.read {
      guard offset < bytes.count else { return nil }
      defer { offset += 1 }
      return bytes[offset]
    }
  }

  /// The number of bytes from which it was read, about.
  var size: Int { rest.count + 3 * numbers.count }

  /// The impact of a term; 0 if the text does not contain it.
  package func impact(of term: UInt32) -> UInt8 { index(of: term).map { impacts[$0] } ?? 0 }

  /// The index of a term in ``numbers``.
  package func index(of term: UInt32) -> Int? {
    let index = numbers.partitioningIndex { $0 >= term }
    return index < numbers.count && numbers[index] == term ? index : nil
  }

  /// The bytes of a text.
  ///
  /// - Parameter terms: in the order of numbers.
  package static func bytes(
    _ number: UInt32, _ terms: [(term: UInt32, impact: UInt8)], rest: [UInt8]
  ) -> [UInt8] {
    var bytes = (0..<4).map { UInt8(truncatingIfNeeded: number >> UInt32(24 - 8 * $0)) }
    bytes.append(variable: UInt32(terms.count))
    var last: UInt32 = 0
    for entry in terms {
      bytes.append(variable: entry.term &- last)
      bytes.append(variable: UInt32(entry.impact))
      last = entry.term
    }
    return bytes + rest
  }
}
