import ArgumentParser
import Foundation

/// Prints, for each kind of query, every engine's geometric mean and 95th percentile, and what
/// they are to the reference engine's.
struct Tables: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints tables of what the engines wrote.")

  @Argument(help: "Files of JSON Lines, as many rounds of each engine as there are.")
  var files: [String]

  @Option(help: "The engine that the others are compared with.")
  var reference = "tantivy"

  func run() throws {
    let rounds = try Measurement.read(files)
    let engines = rounds.map(\.engine).uniqued
    let kinds = rounds.map(\.kind).uniqued
    // Of several rounds the median of the medians, so that a disturbed round does not count.
    let times = Dictionary(grouping: rounds) { [$0.engine, $0.kind, $0.query] }
      .compactMapValues { $0.map(\.median).median }
    print(
      "| queries | n | engine | geometric mean | 95th percentile | to \(reference) "
        + "| 95th to \(reference) |")
    print("| --- | --: | --- | --: | --: | --: | --: |")
    for kind in kinds {
      let values = Dictionary(
        uniqueKeysWithValues: engines.map { engine in
          (engine, times.filter { $0.key[0] == engine && $0.key[1] == kind }.map(\.value))
        })
      let base = values[reference]
      for engine in engines {
        guard let own = values[engine], let mean = own.geometricMean,
          let high = own.percentile(0.95)
        else { continue }
        let ratio = base?.geometricMean.map { (mean / $0).formatted(digits: 2) } ?? ""
        let highRatio = base?.percentile(0.95).map { (high / $0).formatted(digits: 2) } ?? ""
        print(
          "| \(kind) | \(own.count) | \(engine) | \(mean.microseconds) | \(high.microseconds) "
            + "| \(ratio) | \(highRatio) |")
      }
    }
  }
}

extension Sequence where Element: Hashable {
  /// The elements in order, each once.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Double {
  /// The value with some digits after the point.
  func formatted(digits: Int) -> String {
    String(format: "%.\(digits)f", self)
  }

  /// A time in microseconds as people read it.
  var microseconds: String {
    self < 1000 ? formatted(digits: 1) + " µs" : (self / 1000).formatted(digits: 2) + " ms"
  }
}
