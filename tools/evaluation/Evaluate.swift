import ArgumentParser
import Foundation

@main
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures ranking against judged test collections.",
    discussion: """
      A collection is a folder with corpus.jsonl, queries.jsonl and qrels/*.tsv. Means are over \
      all judged queries, a query without hits counts 0, as with trec_eval -c.
      """)

  @Argument(help: ArgumentHelp("Folders of test collections.", valueName: "dir"))
  var folders: [String] = []

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp("Measure this TREC run on the one folder given.", valueName: "file"))
  var runFile: String?

  @Option(help: ArgumentHelp("Compare with this TREC run, query by query.", valueName: "file"))
  var against: String?

  @Option(
    help: ArgumentHelp("Use the judgements of this split alone, such as dev.", valueName: "name"))
  var split: String?

  @Flag(help: "Print the figures of each query.")
  var perQuery = false

  @Option(
    help: ArgumentHelp("Fail when a figure is below that of this table.", valueName: "file"))
  var expected: String?

  @Flag(help: "Print the figures as lines for such a table.")
  var tsv = false

  mutating func validate() throws {
    guard !folders.isEmpty else {
      throw ValidationError("Name at least one folder of a test collection.")
    }
    if folders.count > 1, runFile != nil || against != nil {
      throw ValidationError("--run and --against belong to one collection: name one folder.")
    }
  }

  func run() throws {
    let measured = try folders.map { folder in
      let collection = try TestCollection(folder: URL(filePath: folder), split: split)
      let measured = try measure(collection)
      if perQuery { print(measured.perQuery.text + "\n") }
      if let against {
        let before = Evaluation(
          of: try Run(contentsOf: URL(filePath: against)), qrels: collection.qrels)
        for part in measured.parts {
          let comparison = Comparison(of: part.evaluation, against: before)
          print("\(part.configuration): \(comparison.text(topics: collection.topics))\n")
        }
      }
      return measured
    }
    let figures = measured.flatMap(\.figures)
    print(tsv ? figures.map(\.line).joined(separator: "\n") : Measured.summary(measured).text)
    if let expected {
      let shortfalls = try Expectations(contentsOf: URL(filePath: expected))
        .shortfalls(of: figures)
      guard shortfalls.isEmpty else { throw EvaluationError.belowExpected(shortfalls) }
    }
  }

  private func measure(_ collection: TestCollection) throws -> Measured {
    guard let runFile else {
      throw ValidationError("Name a run with --run.")
    }
    let run = try Run(contentsOf: URL(filePath: runFile))
    return Measured(
      set: collection.name,
      parts: [Measured.Part(configuration: "run", run: run, qrels: collection.qrels)])
  }
}
