import Foundation

extension Sequence<Double> {
  /// The geometric mean, for ratios and for times of very different queries; `nil` if empty.
  var geometricMean: Double? {
    let logs = map { log(Swift.max($0, 1e-9)) }
    return logs.isEmpty ? nil : exp(logs.reduce(0, +) / Double(logs.count))
  }

  /// The smallest value that at least a share of the values does not exceed; `nil` if empty.
  func percentile(_ share: Double) -> Double? {
    let sorted = self.sorted()
    guard !sorted.isEmpty else { return nil }
    return sorted[Swift.max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1)]
  }

  /// The middle value; `nil` if empty.
  var median: Double? { percentile(0.5) }
}
