import ArgumentParser
import Retrieval

/// What each feature of reranking contributes: the default ranking against one without it.
enum Ablation {
  /// What the ranking without a feature is called in tables.
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
