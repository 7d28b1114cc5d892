/// The scores that the features give to a document.
struct FeatureScores {
  /// By ``RerankingFeature/index``, with room for eight.
  private var values = SIMD8<Double>()

  subscript(_ feature: RerankingFeature) -> Double {
    get { values[feature.index] }
    set { values[feature.index] = newValue }
  }

  /// Their sum, in the order of the features.
  var sum: Double {
    var sum = 0.0
    for index in 0..<RerankingFeature.allCases.count { sum += values[index] }
    return sum
  }
}
