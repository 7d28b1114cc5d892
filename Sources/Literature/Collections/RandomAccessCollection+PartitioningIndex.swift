extension RandomAccessCollection {
  /// The index of the first element that meets a condition; `endIndex` if none does.
  ///
  /// All elements after one that meets the condition must meet it, too. Takes time in proportion to
  /// the logarithm of the number of elements. The name is that of the function in swift-algorithms.
  @inlinable
  package func partitioningIndex(
    where condition: (Element) throws -> Bool
  ) rethrows -> Index {
    var first = startIndex
    var remaining = count
    while remaining > 0 {
      let half = remaining / 2
      let middle = index(first, offsetBy: half)
      if try condition(self[middle]) {
        remaining = half
      } else {
        first = index(after: middle)
        remaining -= half + 1
      }
    }
    return first
  }
}
