/// All metrics of a run, for each query and on average.
///
/// Averages are over all judged queries, as with `trec_eval -c`: a query without hits or without
/// relevant documents counts as 0. Queries of the run without judgements are ignored.
package struct Evaluation: Sendable {
  /// Query id → metric → value.
  package let queries: [String: [Metric: Double]]

  /// Evaluates a run.
  package init(of run: Run, qrels: Qrels) {
    queries = qrels.grades.reduce(into: [:]) { queries, judged in
      let ranking = run.ranking(of: judged.key)
      queries[judged.key] = Dictionary(
        uniqueKeysWithValues: Metric.allCases.map {
          ($0, $0.value(ranking: ranking, grades: judged.value))
        })
    }
  }

  /// The mean over all queries; 0 if there are none.
  package func mean(_ metric: Metric) -> Double {
    // In order of ids, so that rounding does not depend on the order of a dictionary.
    let values = queries.sorted { $0.key < $1.key }.compactMap { $0.value[metric] }
    return values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }
}
