/// Finds the numbers that are in all of several unions of posting lists.
///
/// A word has one list, a wildcard several. If the shortest union is short, its numbers are looked
/// up in long lists, and marked in a set with which shorter lists are compared. Otherwise, all
/// unions are marked in sets.
package struct UnionIntersection {
  /// The cost of looking up a number in a list, in scanned postings.
  private static let lookup = 16
  /// A union with less than one number in this many is short.
  private static let sparseness = 32

  /// The unions, the shortest first.
  private let unions: [[PostingCursor]]
  private let limit: Int

  /// - Parameters:
  ///   - unions: the cursors of each union, at their start.
  ///   - limit: above all numbers in the lists.
  package init(_ unions: [[PostingCursor]], limit: Int) {
    self.unions = unions.sorted { Self.size($0) < Self.size($1) }
    self.limit = limit
  }

  /// Adds the numbers to a set.
  ///
  /// - Parameter total: the number of texts that the lists are about.
  package func insert(into set: inout Bitmap, of total: Int) {
    guard let shortest = unions.first, !shortest.isEmpty else { return }
    if shortest.count == 1, Self.size(shortest) * Self.sparseness < total {
      for number in few(shortest[0]) { set.insert(number) }
      return
    }
    var found = marked(shortest)
    for union in unions.dropFirst() { found.formIntersection(marked(union)) }
    set.formUnion(found)
  }

  /// The numbers of a short list that are in all other unions.
  private func few(_ list: PostingCursor) -> [UInt32] {
    var list = list
    var rest = unions.dropFirst()
    var found: [UInt32]
    if let second = rest.first, second.count == 1, !isLong(second[0], for: Int(list.count)) {
      rest = rest.dropFirst()
      var other = second[0]
      found = other.numbers(in: marked([list]))
    } else {
      found = list.numbers()
    }
    for union in rest where !found.isEmpty {
      guard union.count == 1 else {
        marked(union).keep(&found)
        continue
      }
      var list = union[0]
      if isLong(list, for: found.count) {
        list.keep(&found)
      } else {
        var marks = Bitmap(limit: limit)
        for number in found { marks.insert(number) }
        found = list.numbers(in: marks)
      }
    }
    return found
  }

  /// Whether looking up some numbers costs less than scanning the list.
  private func isLong(_ list: PostingCursor, for count: Int) -> Bool {
    count * Self.lookup < Int(list.count)
  }

  private static func size(_ union: [PostingCursor]) -> Int {
    union.reduce(0) { $0 + Int($1.count) }
  }

  private func marked(_ union: [PostingCursor]) -> Bitmap {
    var set = Bitmap(limit: limit)
    for var list in union { list.insertAll(into: &set) }
    return set
  }
}
