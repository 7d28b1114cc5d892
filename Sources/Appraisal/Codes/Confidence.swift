/// The confidence in extracted values.
enum Confidence {
  /// The lowest confidence at which a value is kept as possible.
  static let leastPossible: Float = 0.25
}
