/// The reading order of the blocks of a page: columns from left to right, with blocks that span
/// them before or after.
///
/// Recursive XY-cut (Nagy and Seth, "Hierarchical representation of optically scanned documents",
/// ICPR 1984): a page is split at a gutter that no block crosses, otherwise between an upper and a
/// lower part, and each part is split in the same way.
package struct ReadingOrder {
  /// A block's edges in points, from the upper left corner of the page.
  package struct Box: Equatable {
    /// The left edge.
    package var left: Double
    /// The upper edge; smaller than the lower one.
    package var top: Double
    /// The right edge.
    package var right: Double
    /// The lower edge.
    package var bottom: Double

    /// Creates a box.
    package init(left: Double, top: Double, right: Double, bottom: Double) {
      self.left = left
      self.top = top
      self.right = right
      self.bottom = bottom
    }
  }

  /// Minimum width of a gutter in points.
  private static let gutter = 8.0

  /// The indices of some boxes in reading order.
  package static func order(_ boxes: [Box]) -> [Int] {
    order(Array(boxes.indices), boxes, depth: 0)
  }

  private static func order(_ part: [Int], _ boxes: [Box], depth: Int) -> [Int] {
    guard part.count > 1, depth < 64 else { return part }
    if let (left, right) = columns(part, boxes) {
      return order(left, boxes, depth: depth + 1) + order(right, boxes, depth: depth + 1)
    }
    let (sorted, cuts) = rows(part, boxes)
    // The lowest cut with columns above it keeps spanning blocks out of the columns.
    let cut = cuts.last { columns(Array(sorted[..<$0]), boxes) != nil } ?? cuts.first
    guard let cut else {
      return part.sorted { (boxes[$0].top, boxes[$0].left) < (boxes[$1].top, boxes[$1].left) }
    }
    return order(Array(sorted[..<cut]), boxes, depth: depth + 1)
      + order(Array(sorted[cut...]), boxes, depth: depth + 1)
  }

  /// Splits a part at its widest gutter, if the two sides are next to each other.
  private static func columns(_ part: [Int], _ boxes: [Box]) -> (left: [Int], right: [Int])? {
    let sorted = part.sorted { boxes[$0].left < boxes[$1].left }
    var edge = -Double.infinity
    var best: (width: Double, at: Double)?
    for index in sorted {
      let width = boxes[index].left - edge
      if edge > -.infinity, width >= gutter, width > best?.width ?? 0 {
        best = (width, boxes[index].left)
      }
      edge = max(edge, boxes[index].right)
    }
    guard let best else { return nil }
    let left = part.filter { boxes[$0].left < best.at }
    let right = part.filter { boxes[$0].left >= best.at }
    let overlap =
      min(bottom(left, boxes), bottom(right, boxes))
      - max(top(left, boxes), top(right, boxes))
    return overlap > 0 ? (left, right) : nil
  }

  /// A part from top to bottom, and the positions at which it can be split into an upper and a
  /// lower part, from the highest to the lowest.
  private static func rows(_ part: [Int], _ boxes: [Box]) -> (sorted: [Int], cuts: [Int]) {
    let sorted = part.sorted { boxes[$0].top < boxes[$1].top }
    var edge = -Double.infinity
    var cuts: [Int] = []
    for (position, index) in sorted.enumerated() {
      // Boxes overlap slightly if lines are set close together.
      if position > 0, boxes[index].top >= edge - 1 {
        cuts.append(position)
      }
      edge = max(edge, boxes[index].bottom)
    }
    return (sorted, cuts)
  }

  private static func top(_ part: [Int], _ boxes: [Box]) -> Double {
    part.map { boxes[$0].top }.min() ?? 0
  }

  private static func bottom(_ part: [Int], _ boxes: [Box]) -> Double {
    part.map { boxes[$0].bottom }.max() ?? 0
  }
}
