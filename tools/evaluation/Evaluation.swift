/// Every metric of a run, query by query and on average.
///
/// Averages are over all queries of the judgements, as with trec_eval's `-c`: a query that found
/// nothing counts 0, and so does one of which no document was judged relevant. Queries of the run
/// that have no judgements are left out.
package struct Evaluation: Sendable {
  /// Query id → metric → value.
  package let queries: [String: [Metric: Double]]

  /// Measures a run.
  package init(of run: Run, qrels: Qrels) {
    queries = qrels.grades.reduce(into: [:]) { queries, judged in
      let ranking = run.ranking(of: judged.key)
      queries[judged.key] = Dictionary(
        uniqueKeysWithValues: Metric.allCases.map {
          ($0, $0.value(ranking: ranking, grades: judged.value))
        })
    }
  }

  /// The mean over the queries, 0 if there is none.
  package func mean(_ metric: Metric) -> Double {
    // In order of the ids, so that the last digit never depends on a dictionary's order.
    let values = queries.sorted { $0.key < $1.key }.compactMap { $0.value[metric] }
    return values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }
}
