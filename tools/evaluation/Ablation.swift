import ArgumentParser
import Retrieval

/// The contribution of each feature of reranking: the default ranking compared with one without it.
enum Ablation {
  /// The name in tables of the ranking without a feature.
  static func configuration(_ feature: RerankingFeature) -> String {
    "without \(feature.rawValue)"
  }

  /// A row for each feature, with the gain of nDCG@10 on each collection and on average.
  static func table(_ all: [Measured], _ features: [RerankingFeature]) -> TextTable {
    var table = TextTable(["nDCG@10 gained by"] + all.map(\.set) + ["mean"])
    for feature in features {
      let gains = all.map { measured in
        mean(measured, LocalIndex.Configuration.standard.rawValue)
          - mean(measured, configuration(feature))
      }
      let average = gains.reduce(0, +) / Double(max(1, gains.count))
      table.rows.append([feature.rawValue] + (gains + [average]).map { $0.fixed(4) })
    }
    return table
  }

  private static func mean(_ measured: Measured, _ configuration: String) -> Double {
    measured.parts.first { $0.configuration == configuration }?.evaluation.mean(.ndcg10) ?? 0
  }
}

extension RerankingFeature: ExpressibleByArgument {}
