import ArgumentParser
import Retrieval

/// The contribution of each feature of reranking: the default ranking compared with one without it.
enum Ablation {
  /// The name in tables of the ranking without a feature.
  static func configuration(_ feature: RerankingFeature) -> String {
    "without \(feature.rawValue)"
  }

  /// A row for each feature, with the gain of nDCG@10 on each collection, its 95 % bootstrap
  /// interval, and the mean of the gains.
  static func table(_ all: [Measured], _ features: [RerankingFeature]) -> TextTable {
    var table = TextTable(["nDCG@10 gained by"] + all.map(\.set) + ["mean"])
    for feature in features {
      let comparisons = all.compactMap { comparison($0, feature) }
      let mean = comparisons.reduce(0) { $0 + $1.mean } / Double(max(1, comparisons.count))
      table.rows.append(
        [feature.rawValue]
          + comparisons.map { comparison in
            let interval = comparison.interval()
            return "\(comparison.mean.fixed(4)) "
              + "[\(interval.lowerBound.fixed(4)), \(interval.upperBound.fixed(4))]"
          } + [mean.fixed(4)])
    }
    return table
  }

  /// The default ranking compared with that without a feature.
  private static func comparison(_ measured: Measured, _ feature: RerankingFeature) -> Comparison? {
    func evaluation(_ configuration: String) -> Evaluation? {
      measured.parts.first { $0.configuration == configuration }?.evaluation
    }
    guard let with = evaluation(LocalIndex.Configuration.standard.rawValue),
      let without = evaluation(configuration(feature))
    else { return nil }
    return Comparison(of: with, against: without)
  }
}

extension RerankingFeature: ExpressibleByArgument {}
