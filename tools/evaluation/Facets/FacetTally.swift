import SeededRandom

/// Counts of right and wrong values by document, with precision, recall, F1 and their intervals.
package struct FacetTally: Sendable {
  /// The counts of one document.
  package struct Part: Sendable {
    /// True positives.
    package var right = 0
    /// False positives.
    package var extra = 0
    /// False negatives.
    package var missing = 0

    /// Creates a part.
    package init(right: Int = 0, extra: Int = 0, missing: Int = 0) {
      self.right = right
      self.extra = extra
      self.missing = missing
    }
  }

  /// The parts, one for each document.
  package var parts: [Part] = []

  /// Creates an empty tally.
  package init() {}

  /// The sum of the parts.
  package var sum: Part { Self.sum(parts) }

  private static func sum(_ parts: [Part]) -> Part {
    parts.reduce(into: Part()) { sum, part in
      sum.right += part.right
      sum.extra += part.extra
      sum.missing += part.missing
    }
  }

  /// The share of the returned values that are right; 0 if none was returned.
  package static func precision(_ sum: Part) -> Double {
    sum.right == 0 ? 0 : Double(sum.right) / Double(sum.right + sum.extra)
  }

  /// The share of the labels that were returned; 0 if there are none.
  package static func recall(_ sum: Part) -> Double {
    sum.right == 0 ? 0 : Double(sum.right) / Double(sum.right + sum.missing)
  }

  /// The harmonic mean of precision and recall.
  package static func f1(_ sum: Part) -> Double {
    sum.right == 0 ? 0 : Double(2 * sum.right) / Double(2 * sum.right + sum.extra + sum.missing)
  }

  /// The 95 % interval of a metric: documents resampled with replacement, 1,000 times (percentile
  /// bootstrap, Efron 1979), with a fixed seed.
  package func interval(_ figure: (Part) -> Double) -> (low: Double, high: Double) {
    guard !parts.isEmpty else { return (0, 0) }
    var random = SplitMix64(seed: 1)
    var values: [Double] = []
    for _ in 0..<1000 {
      var drawn = Part()
      for _ in parts.indices {
        let part = parts[Int(random.next() % UInt64(parts.count))]
        drawn.right += part.right
        drawn.extra += part.extra
        drawn.missing += part.missing
      }
      values.append(figure(drawn))
    }
    values.sort()
    return (values[25], values[974])
  }
}
