/// A set of passage or document numbers as bits.
package struct Bitmap: Sendable, Equatable {
  /// The bits, 64 numbers per word, starting at number 0.
  package private(set) var words: [UInt64]

  /// An empty set that can hold numbers below `limit`.
  package init(limit: Int) {
    words = [UInt64](repeating: 0, count: (max(0, limit) + 63) / 64)
  }

  /// A set from existing words.
  package init(words: [UInt64]) {
    self.words = words
  }

  /// A set of these numbers, all below `limit`.
  package init(limit: Int, _ numbers: some Sequence<UInt32>) {
    self.init(limit: limit)
    for number in numbers { insert(number) }
  }

  /// Numbers at and above this are never in the set.
  package var limit: Int { words.count * 64 }

  /// The number of members; counts the bits of all words.
  package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether the set has no member.
  package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Makes room for numbers below `limit`.
  package mutating func grow(limit: Int) {
    while words.count * 64 < limit { words.append(0) }
  }

  /// Whether a number is in the set; false at and above ``limit``.
  @inline(__always)
  package func contains(_ number: UInt32) -> Bool {
    let word = Int(number >> 6)
    return word < words.count && words[word] >> UInt64(number & 63) & 1 == 1
  }

  /// Removes from `numbers` those that are not in the set.
  package func keep(_ numbers: inout [UInt32]) {
    numbers.removeAll { !contains($0) }
  }

  /// Adds a number below ``limit``; others are ignored.
  @inline(__always)
  package mutating func insert(_ number: UInt32) {
    let word = Int(number >> 6)
    if word < words.count { words[word] |= 1 << UInt64(number & 63) }
  }

  /// Removes a number, if it is in the set.
  @inline(__always)
  package mutating func remove(_ number: UInt32) {
    let word = Int(number >> 6)
    if word < words.count { words[word] &= ~(1 << UInt64(number & 63)) }
  }

  /// Removes all numbers, but keeps the memory.
  package mutating func removeAll() {
    words.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  /// Adds every number of a range.
  package mutating func insert(_ range: Range<UInt32>) {
    guard !range.isEmpty else { return }
    let first = Int(range.lowerBound >> 6)
    let last = min(Int((range.upperBound - 1) >> 6), words.count - 1)
    guard first <= last else { return }
    let head = ~UInt64(0) << UInt64(range.lowerBound & 63)
    let tail =
      last == Int((range.upperBound - 1) >> 6)
      ? ~UInt64(0) >> UInt64(63 - (range.upperBound - 1) & 63) : ~UInt64(0)
    if first == last {
      words[first] |= head & tail
    } else {
      words[first] |= head
      for word in first + 1..<last { words[word] = ~0 }
      words[last] |= tail
    }
  }

  /// Passes the words and their count to a hot loop, which must stay below that count.
  @inline(__always)
  mutating func withWords(_ body: (UnsafeMutablePointer<UInt64>, Int) -> Void) {
    words.withUnsafeMutableBufferPointer { buffer in
      if let start = buffer.baseAddress { body(start, buffer.count) }
    }
  }

  /// Adds numbers given as bits, eight per byte; the first bit is number 64 · `firstWord`.
  package mutating func insertBits(_ bits: ArraySlice<UInt8>, firstWord: Int) {
    var word = firstWord
    var shift: UInt64 = 0
    for byte in bits {
      guard word < words.count else { return }
      words[word] |= UInt64(byte) << shift
      shift += 8
      if shift == 64 {
        shift = 0
        word += 1
      }
    }
  }

  /// Removes the numbers that are not in another set.
  package mutating func formIntersection(_ other: Bitmap) {
    combine(other) { $0 & $1 }
    let shared = min(words.count, other.words.count)
    for index in shared..<words.count { words[index] = 0 }
  }

  /// Adds the numbers of another set below ``limit``.
  package mutating func formUnion(_ other: Bitmap) {
    combine(other) { $0 | $1 }
  }

  /// Changes the words that both sets have.
  ///
  /// It uses pointers, because the compiler then emits vector instructions.
  @inline(__always)
  private mutating func combine(_ other: Bitmap, _ result: (UInt64, UInt64) -> UInt64) {
    words.withUnsafeMutableBufferPointer { words in
      other.words.withUnsafeBufferPointer { others in
        for index in 0..<min(words.count, others.count) {
          words[index] = result(words[index], others[index])
        }
      }
    }
  }

  /// Whether all numbers of the set are in another.
  package func isSubset(of other: Bitmap) -> Bool {
    words.indices.allSatisfy { index in
      words[index] & ~(index < other.words.count ? other.words[index] : 0) == 0
    }
  }

  /// Removes the numbers of another set.
  package mutating func subtract(_ other: Bitmap) {
    combine(other) { $0 & ~$1 }
  }

  /// The numbers that pass a test, which is called in increasing order.
  package func filtered(_ keeps: (UInt32) throws -> Bool) rethrows -> Bitmap {
    var kept = Bitmap(limit: limit)
    try forEach { if try keeps($0) { kept.insert($0) } }
    return kept
  }

  /// The first number of the set at or after `number`.
  @inline(__always)
  package func next(_ number: UInt32) -> UInt32? {
    var word = Int(number >> 6)
    guard word < words.count else { return nil }
    var bits = words[word] & (~UInt64(0) << UInt64(number & 63))
    while bits == 0 {
      word += 1
      guard word < words.count else { return nil }
      bits = words[word]
    }
    return UInt32(word * 64 + bits.trailingZeroBitCount)
  }

  /// The count of numbers of the set in a range.
  package func count(in range: Range<UInt32>) -> Int {
    guard !range.isEmpty, Int(range.lowerBound) < limit else { return 0 }
    let first = Int(range.lowerBound >> 6)
    let end = min(Int(range.upperBound), limit)
    guard end > Int(range.lowerBound) else { return 0 }
    let last = (end - 1) >> 6
    let head = ~UInt64(0) << UInt64(range.lowerBound & 63)
    let tail = ~UInt64(0) >> UInt64(63 - (end - 1) & 63)
    if first == last { return (words[first] & head & tail).nonzeroBitCount }
    var sum = (words[first] & head).nonzeroBitCount + (words[last] & tail).nonzeroBitCount
    var index = first + 1
    while index < last {
      sum += words[index].nonzeroBitCount
      index += 1
    }
    return sum
  }

  /// Calls `body` with every number, in increasing order.
  package func forEach(_ body: (UInt32) throws -> Void) rethrows {
    for index in words.indices {
      var bits = words[index]
      while bits != 0 {
        try body(UInt32(index * 64 + bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    }
  }

  /// The numbers in increasing order; `nil` if there are more than `limit`.
  ///
  /// A sample rejects most sets that are far too large. Otherwise, one pass collects the numbers
  /// and stops as soon as there are too many.
  package func numbers(atMost limit: Int) -> [UInt32]? {
    words.withUnsafeBufferPointer { Self.numbers($0, atMost: limit) }
  }

  private static func numbers(
    _ words: UnsafeBufferPointer<UInt64>, atMost limit: Int
  ) -> [UInt32]? {
    let step = 16
    var sample = 0
    for index in stride(from: 0, to: words.count, by: step) {
      sample += words[index].nonzeroBitCount
    }
    if sample * step > 64 * step + 2 * limit { return nil }
    var numbers: [UInt32] = []
    numbers.reserveCapacity(min(limit, sample * step + 64))
    var index = 0
    while index < words.count {
      // Most words of a set with few numbers are empty.
      if index + 4 <= words.count,
        words[index] | words[index + 1] | words[index + 2] | words[index + 3] == 0
      {
        index += 4
        continue
      }
      var bits = words[index]
      while bits != 0 {
        if numbers.count == limit { return nil }
        numbers.append(UInt32(index * 64 + bits.trailingZeroBitCount))
        bits &= bits - 1
      }
      index += 1
    }
    return numbers
  }

  /// The numbers, in increasing order.
  package var numbers: [UInt32] {
    var numbers: [UInt32] = []
    forEach { numbers.append($0) }
    return numbers
  }
}
