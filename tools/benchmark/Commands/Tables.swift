import Answers
import ArgumentParser
import Foundation

/// Prints the geometric mean and 95th percentile of each engine for each kind of query, and their
/// ratios to the reference engine.
struct Tables: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print tables of query times.")

  @Argument(help: "JSON Lines files, any number of rounds per engine.")
  var files: [String]

  @Option(help: "Engine to compare with.")
  var reference = "tantivy"

  func run() throws {
    let rounds = try Measurement.read(files)
    let engines = rounds.map(\.engine).uniqued
    let kinds = rounds.map(\.kind).uniqued
    // The median of the medians of all rounds, so that a disturbed round does not count.
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
  /// The elements in order, without duplicates.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Double {
  /// The value with a number of decimals.
  func formatted(digits: Int) -> String {
    NumberText.fixed(self, digits)
  }

  /// A human-readable time, from microseconds.
  var microseconds: String {
    self < 1000 ? formatted(digits: 1) + " µs" : (self / 1000).formatted(digits: 2) + " ms"
  }
}
