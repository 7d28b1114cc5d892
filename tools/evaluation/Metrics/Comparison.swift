import SeededRandom

/// Two runs compared on the same judgements, query by query.
package struct Comparison: Sendable {
  /// A query's value before and after.
  package struct Change: Sendable, Equatable {
    /// The query.
    package var query: String
    /// The value in the baseline run.
    package var before: Double
    /// The value in the new run.
    package var after: Double
    /// The gain.
    package var difference: Double { after - before }
  }

  /// The metric compared.
  package let metric: Metric
  /// All queries, from the greatest gain to the greatest loss.
  package let changes: [Change]

  /// Compares two evaluations on the queries that both have.
  package init(of after: Evaluation, against before: Evaluation, by metric: Metric = .ndcg10) {
    self.metric = metric
    changes = after.queries.keys.compactMap { query in
      guard let new = after.queries[query]?[metric], let old = before.queries[query]?[metric]
      else { return nil }
      return Change(query: query, before: old, after: new)
    }.sorted { ($1.difference, $0.query) < ($0.difference, $1.query) }
  }

  /// The mean gain.
  package var mean: Double {
    changes.map(\.difference).reduce(0, +) / Double(max(1, changes.count))
  }

  /// Queries that gained more than a ten-thousandth.
  package var wins: Int { changes.count { $0.difference > 1e-4 } }
  /// Queries that lost more than a ten-thousandth.
  package var losses: Int { changes.count { $0.difference < -1e-4 } }
  /// Queries that did not change.
  package var ties: Int { changes.count - wins - losses }

  /// The p-value of the mean difference, two-sided, by Fisher's randomisation test (Smucker, Allan
  /// and Carterette 2007).
  ///
  /// - Parameter rounds: number of random permutations; the seed is fixed, so that the result is
  ///   reproducible.
  package func pValue(rounds: Int = 10_000) -> Double {
    let differences = changes.map(\.difference)
    let observed = abs(differences.reduce(0, +))
    var generator = SplitMix64(seed: 20_070_711)
    var extreme = 0
    for _ in 0..<rounds {
      var sum = 0.0
      for difference in differences {
        sum += generator.next() & 1 == 0 ? difference : -difference
      }
      if abs(sum) >= observed - 1e-12 { extreme += 1 }
    }
    return Double(extreme + 1) / Double(rounds + 1)
  }

  /// The interval that has the mean difference with 95 % confidence: the percentiles of means of
  /// queries drawn with replacement (Sakai, *Evaluating evaluation metrics based on the
  /// bootstrap*, SIGIR 2006).
  ///
  /// - Parameter rounds: how many samples are drawn; the seed is fixed, so that the result is
  ///   reproducible.
  package func interval(rounds: Int = 10_000) -> ClosedRange<Double> {
    let differences = changes.map(\.difference)
    guard !differences.isEmpty else { return 0...0 }
    var generator = SplitMix64(seed: 20_070_711)
    var means: [Double] = []
    for _ in 0..<rounds {
      var sum = 0.0
      for _ in differences.indices {
        sum += differences[Int.random(in: differences.indices, using: &generator)]
      }
      means.append(sum / Double(differences.count))
    }
    means.sort()
    return means[rounds * 25 / 1000]...means[rounds * 975 / 1000]
  }
}

extension Comparison {
  /// The comparison as text: wins and losses, and the largest changes.
  ///
  /// - Parameters:
  ///   - topics: the texts of the queries, shown with their ids.
  ///   - count: number of queries listed at each end.
  package func text(topics: [Topic], count: Int = 5) -> String {
    let texts = Dictionary(topics.map { ($0.id, $0.text) }) { first, _ in first }
    var table = TextTable(["query", "before", "after", "change"])
    let gains = changes.prefix(count).filter { $0.difference > 1e-4 }
    let falls = changes.suffix(count).filter { $0.difference < -1e-4 }
    for change in gains + falls {
      let text = texts[change.query] ?? ""
      table.rows.append([
        "\(change.query) \(text.count > 60 ? text.prefix(59) + "…" : text[...])",
        change.before.fixed(4), change.after.fixed(4), change.difference.fixed(4),
      ])
    }
    let interval = interval()
    return "\(metric.rawValue) \(mean.fixed(4)) "
      + "[\(interval.lowerBound.fixed(4)), \(interval.upperBound.fixed(4))] on average: \(wins) won, \(losses) lost, "
      + "\(ties) unchanged, p = \(pValue().fixed(3))"
      + (table.rows.isEmpty ? "" : "\n" + table.text)
  }
}
