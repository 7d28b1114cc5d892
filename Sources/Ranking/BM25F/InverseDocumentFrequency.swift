import Foundation

/// The inverse document frequency and its scale.
package enum InverseDocumentFrequency {
  /// `ln(1 + (N - n + 0.5) / (n + 0.5))`, always positive (Lucene's variant of Robertson and
  /// Spärck Jones).
  package static func value(count: Double, total: Double) -> Double {
    let count = min(count, total)
    return log(1 + (total - count + 0.5) / (count + 0.5))
  }

  /// The largest scale at which a sum of `values` times 255 stays an exact integer below 2^31.
  package static func scale(_ values: [Double]) -> Double {
    let sum = values.reduce(0, +)
    return min(65536, 2.0e9 / (255 * max(sum, 0.001) + 255 * Double(values.count)))
  }

  /// The expected size of the union of independent sets, given their sizes.
  package static func union(_ counts: [Double], total: Double) -> Double {
    guard total > 0, counts.count > 1 else { return counts.first ?? 0 }
    return total * (1 - counts.reduce(1) { $0 * (1 - min($1 / total, 1)) })
  }
}
