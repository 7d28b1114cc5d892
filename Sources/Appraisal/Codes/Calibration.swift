#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Turns the log-odds of a model into probabilities, as fitted to held-out documents (Platt 1999).
package struct Calibration: Sendable {
  private let slope: Float
  private let offset: Float

  /// - Parameter weights: the weights of the model by name.
  /// - Returns: `nil` if they have no calibration; probabilities are then unknown.
  package init?(_ weights: [String: Float]) {
    guard let slope = weights["calibration.slope"] else { return nil }
    self.slope = slope
    offset = weights["calibration.offset"] ?? 0
  }

  /// The probability, 0 to 1, of log-odds.
  package func probability(logOdds: Float) -> Float {
    1 / (1 + exp(-(slope * logOdds + offset)))
  }

  /// The probability, 0 to 1, of log-odds that were computed with greater precision.
  package func probability(logOdds: Double) -> Double {
    1 / (1 + exp(-(Double(slope) * logOdds + Double(offset))))
  }
}
