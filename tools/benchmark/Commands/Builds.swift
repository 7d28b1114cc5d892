import ArgumentParser
import Foundation

/// Prints the cost of indexing for each engine.
struct Builds: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a table of indexing costs.")

  @Argument(help: "Files written by the engines.")
  var files: [String]

  func run() throws {
    print("| engine | passages | seconds | passages per second | file | peak memory |")
    print("| --- | --: | --: | --: | --: | --: |")
    for file in files {
      let data = try Data(contentsOf: URL(filePath: file))
      let outcome = try JSONDecoder().decode(BuildIndex.Outcome.self, from: data)
      let rate = Double(outcome.passages) / max(outcome.seconds, 1e-9)
      print(
        "| \(outcome.engine) | \(outcome.passages) | \(outcome.seconds.formatted(digits: 1)) "
          + "| \(rate.formatted(digits: 0)) | \(outcome.bytes / 1_000_000) MB "
          + "| \(outcome.peak / 1_000_000) MB |")
    }
  }
}
