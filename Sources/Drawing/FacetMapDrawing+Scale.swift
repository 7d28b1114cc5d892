import Literature

extension FacetMapDrawing {
  /// Up to five shades for counts, on a geometric scale.
  struct Scale: Sendable {
    /// The range of counts of each shade in use; level 1 is the lightest.
    private(set) var ranges: [(level: Int, range: ClosedRange<Int>)] = []

    init(highest: Int) {
      guard highest > 0 else { return }
      let shades = min(5, highest)
      var lower = 1
      for shade in 1...shades {
        // The highest count always gets the darkest shade, however few shades there are.
        let level = shades == 1 ? 3 : 1 + (shade - 1) * 4 / (shades - 1)
        let left = shades - shade
        let upper =
          left == 0
          ? highest : min(highest - left, max(lower, Self.root(highest, share: shade, of: shades)))
        ranges.append((level, lower...upper))
        lower = upper + 1
      }
    }

    func level(_ count: Int) -> Int {
      ranges.first { $0.range.contains(count) }?.level ?? 5
    }

    /// The power `share / of` of a number, rounded down, without floating point.
    private static func root(_ number: Int, share: Int, of parts: Int) -> Int {
      func power(_ base: Int, _ exponent: Int) -> Double {
        (0..<exponent).reduce(1.0) { product, _ in product * Double(base) }
      }
      return (2..<number + 1).partitioningIndex { power($0, parts) > power(number, share) } - 1
    }
  }
}
