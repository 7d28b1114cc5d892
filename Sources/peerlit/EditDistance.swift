/// How many slips lie between two words.
enum EditDistance {
  /// Letters added, dropped, changed or swapped with their neighbour (optimal string alignment).
  static func between(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left), Array(right))
    var older: [Int] = []
    var old = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var new = [i + 1]
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
