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
    var older: [Int] = []
    var old = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var new = [i + 1]
      new.reserveCapacity(right.count + 1)
      for (j, b) in right.enumerated() {
        var cost = min(old[j + 1] + 1, new[j] + 1, old[j] + (a == b ? 0 : 1))
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { cost = min(cost, older[j - 1] + 1) }
        new.append(cost)
      }
      older = old
      old = new
    }
    return old[right.count]
  }
}
