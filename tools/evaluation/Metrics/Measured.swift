/// The results on one collection, for each configuration in order.
package struct Measured: Sendable {
  /// A configuration and its results.
  package struct Part: Sendable {
    /// `default`, `related`, `exact`, or `run` for a run read from a file.
    package var configuration: String
    /// The ranked documents.
    package var run: Run
    /// The evaluation.
    package var evaluation: Evaluation

    /// Evaluates a run.
    package init(configuration: String, run: Run, qrels: Qrels) {
      self.configuration = configuration
      self.run = run
      evaluation = Evaluation(of: run, qrels: qrels)
    }
  }

  /// Name of the collection.
  package var set: String
  /// One part for each configuration.
  package var parts: [Part]

  /// Creates the results of a collection.
  package init(set: String, parts: [Part]) {
    self.set = set
    self.parts = parts
  }

  /// Every mean as an expected result.
  package var figures: [Expectations.Figure] {
    parts.flatMap { part in
      Metric.allCases.map {
        Expectations.Figure(
          set: set, configuration: part.configuration, metric: $0.rawValue,
          value: part.evaluation.mean($0))
      }
    }
  }

  /// One row per collection and configuration, with all means.
  package static func summary(_ all: [Measured]) -> TextTable {
    var table = TextTable(["set", "configuration", "queries"] + Metric.allCases.map(\.rawValue))
    for measured in all {
      for part in measured.parts {
        table.rows.append(
          [measured.set, part.configuration, "\(part.evaluation.queries.count)"]
            + Metric.allCases.map { part.evaluation.mean($0).fixed(4) })
      }
    }
    return table
  }

  /// One row per query and configuration.
  package var perQuery: TextTable {
    var table = TextTable(["query", "configuration"] + Metric.allCases.map(\.rawValue))
    for query in parts.first?.evaluation.queries.keys.sorted() ?? [] {
      for part in parts {
        table.rows.append(
          [query, part.configuration]
            + Metric.allCases.map { (part.evaluation.queries[query]?[$0] ?? 0).fixed(4) })
      }
    }
    return table
  }
}
