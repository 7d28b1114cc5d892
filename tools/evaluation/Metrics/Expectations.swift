import Foundation

/// The committed results, which an evaluation must at least reach.
///
/// A tab-separated file: set, configuration, metric, value; lines that begin with `#` are comments.
package struct Expectations: Sendable, Equatable {
  /// One result.
  package struct Figure: Sendable, Equatable {
    /// Name of the collection, or of another task such as `facets`.
    package var set: String
    /// `default`, `related`, `exact`, or the name of a part of a task.
    package var configuration: String
    /// Name of the metric.
    package var metric: String
    /// Its value.
    package var value: Double

    /// Creates a result.
    package init(set: String, configuration: String, metric: String, value: Double) {
      self.set = set
      self.configuration = configuration
      self.metric = metric
      self.value = value
    }

    /// The result as a line of the file, rounded down, so that the measured value passes.
    package var line: String {
      "\(set)\t\(configuration)\t\(metric)\t\(((value * 10_000 + 1e-9).rounded(.down) / 10_000).fixed(4))"
    }
  }

  /// The results in the order of the file.
  package var figures: [Figure]

  /// Creates expectations from results.
  package init(_ figures: [Figure]) {
    self.figures = figures
  }

  /// Reads the file.
  package init(contentsOf url: URL) throws(EvaluationError) {
    figures = []
    for (number, line) in try textLines(of: url) where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 4, let value = Double(fields[3]) else {
        throw .malformed(
          path: url.path, line: number, expected: "set, configuration, metric, value")
      }
      figures.append(
        Figure(set: fields[0], configuration: fields[1], metric: fields[2], value: value))
    }
  }

  /// One line for each measured result that is more than 0.00005 lower than expected.
  ///
  /// Sets that were not measured are skipped.
  package func shortfalls(of measured: [Figure]) -> [String] {
    figures.compactMap { expected in
      guard
        let found = measured.first(where: {
          ($0.set, $0.configuration, $0.metric)
            == (expected.set, expected.configuration, expected.metric)
        }), found.value < expected.value - 0.00005
      else { return nil }
      return "\(expected.set) \(expected.configuration) \(expected.metric): "
        + "\(found.value.fixed(4)), expected \(expected.value.fixed(4))"
    }
  }
}
