/// Counts the typing errors between two words.
public enum EditDistance {
  /// The number of characters added, dropped, changed or swapped with a neighbour.
  ///
  ///     EditDistance.between("clairty", "clarity")   // 1
  ///
  /// Optimal string alignment (Damerau 1964, Wagner and Fischer 1974), over Unicode scalars. Time
  /// is proportional to the product of the lengths.
  public static func between(_ left: String, _ right: String) -> Int {
    between(Array(left.unicodeScalars), Array(right.unicodeScalars))
  }

  /// The word with the fewest errors, the first of several; `nil` if all have more than `limit`.
  public static func nearest(
    to typed: String, among words: [String], within limit: Int
  ) -> String? {
    let typed = Array(typed.unicodeScalars)
    return words.map { ($0, between(typed, Array($0.unicodeScalars))) }
      .filter { $0.1 <= limit }
      .min { $0.1 < $1.1 }?.0
  }

  /// The number for words already split into scalars, for comparing one with many.
  public static func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    count(left, right, upTo: .max)
  }

  /// The number if it is at most `limit`, otherwise `nil`; most words take much less time than
  /// without a limit.
  public static func between(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], within limit: Int
  ) -> Int? {
    if abs(left.count - right.count) > limit { return nil }
    let errors = count(left, right, upTo: limit)
    return errors <= limit ? errors : nil
  }

  /// The number, or a smaller one above `limit` if it is greater than `limit`.
  private static func count(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], upTo limit: Int
  ) -> Int {
    var older = [Int](repeating: 0, count: right.count + 1)
    var old = Array(0...right.count)
    var new = older
    for (i, a) in left.enumerated() {
      new[0] = i + 1
      var least = new[0]
      for (j, b) in right.enumerated() {
        var cost = min(old[j + 1] + 1, new[j] + 1, old[j] + (a == b ? 0 : 1))
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { cost = min(cost, older[j - 1] + 1) }
        new[j + 1] = cost
        least = min(least, cost)
      }
      // No later row has less: a swap counts from the row before, which has at least `limit`.
      if least > limit { return least }
      swap(&older, &old)
      swap(&old, &new)
    }
    return old[right.count]
  }
}
