/// Disjoint sets of numbers, joined pair by pair.
package struct DisjointSets {
  private var parents: [Int: Int] = [:]

  /// Creates an empty collection of sets.
  package init() {}

  /// Whether there is no number.
  package var isEmpty: Bool { parents.isEmpty }

  /// Whether a number is in one of the sets.
  package func contains(_ number: Int) -> Bool { parents[number] != nil }

  /// Adds a number as a new set, unless it is already present.
  package mutating func insert(_ number: Int) {
    if parents[number] == nil { parents[number] = number }
  }

  /// Joins the sets of two numbers; missing numbers are added.
  package mutating func join(_ left: Int, _ right: Int) {
    insert(left)
    insert(right)
    let (left, right) = (root(left), root(right))
    // The smaller root is kept, so that sets do not depend on the order of joining.
    parents[max(left, right)] = min(left, right)
  }

  /// The sets, in the order of their smallest numbers, each in ascending order.
  package mutating func sets() -> [[Int]] {
    var sets: [Int: [Int]] = [:]
    for number in parents.keys.sorted() { sets[root(number), default: []].append(number) }
    return sets.keys.sorted().compactMap { sets[$0] }
  }

  private mutating func root(_ number: Int) -> Int {
    var root = number
    while let parent = parents[root], parent != root { root = parent }
    var next = number
    while let parent = parents[next], parent != root {
      parents[next] = root
      next = parent
    }
    return root
  }
}
