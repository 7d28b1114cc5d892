import ArgumentParser
import Embeddings
import Foundation
import Literature
import Retrieval

@main
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Evaluate ranking, appraisal and duplicate detection against human judgements.",
    discussion: """
      A test collection is a folder with corpus.jsonl, queries.jsonl and qrels/*.tsv. Means are \
      over all judged queries, as with trec_eval -c; a query without hits counts as 0.
      """)

  @Argument(help: ArgumentHelp("Folders of test collections.", valueName: "dir"))
  var folders: [String] = []

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp("Evaluate a TREC run on the given folder.", valueName: "file"))
  var runFile: String?

  @Option(help: ArgumentHelp("Compare with a TREC run, query by query.", valueName: "file"))
  var against: String?

  @Option(
    help: ArgumentHelp("Use only the judgements of this split, such as dev.", valueName: "name"))
  var split: String?

  @Option(
    help: ArgumentHelp("Write the default ranking as a TREC run.", valueName: "file"))
  var saveRun: String?

  @Option(
    help: ArgumentHelp(
      "Show what a feature of reranking contributes; can be repeated.", valueName: "feature"))
  var without: [RerankingFeature] = []

  @Option(
    help: ArgumentHelp(
      "Rank by meaning with this table instead of the built-in one.", valueName: "file"))
  var meaningTable: String?

  @Option(
    help: ArgumentHelp(
      "Encode documents with these weights of tools/setup --meaning.", valueName: "file"))
  var encoder: String?

  @Flag(help: "With --encoder, encode queries as well, as “serve --encode-queries” does.")
  var encodeQueries = false

  @Flag(help: "Print the results of each query.")
  var perQuery = false

  @Option(
    help: ArgumentHelp(
      "Evaluate appraisal on a folder of labelled documents, or on corrections.csv.",
      valueName: "path"))
  var facets: String?

  @Option(
    help: ArgumentHelp(
      "With a table of corrections, the index that they belong to.", valueName: "file"))
  var index: String?

  @Option(
    help: ArgumentHelp(
      "Evaluate duplicate detection on an EndNote library in which duplicates are marked.",
      valueName: "file"))
  var duplicates: String?

  @Option(
    help: ArgumentHelp(
      "Print every record of files or folders as JSON, for tools/compare-readers (repeatable).",
      valueName: "path"))
  var records: [String] = []

  @Option(
    help: ArgumentHelp(
      "Print the terms of every record of files as JSON, for tools/meaning (repeatable).",
      valueName: "path"))
  var terms: [String] = []

  @Option(
    help: ArgumentHelp(
      "With --facets, the ids of documents that nothing was fitted to, measured apart.",
      valueName: "file"))
  var heldOut = "tools/appraisal/held-out.txt"

  @Option(
    help: ArgumentHelp(
      "File with sample sizes that replace wrong labels; their sets are measured both ways.",
      valueName: "file"))
  var relabelled = "tools/appraisal/relabelled.tsv"

  @Option(
    help: ArgumentHelp(
      "With --facets, a folder of further labels, which are stored without their texts.",
      valueName: "dir"))
  var labels = "tools/appraisal"

  @Flag(help: "With --facets or --duplicates, print every error.")
  var wrong = false

  @Flag(help: "With --facets, print the features of each candidate, for tools/appraisal.")
  var candidates = false

  @Option(
    help: ArgumentHelp("Fail if a result is lower than in this table.", valueName: "file"))
  var expected: String?

  @Flag(help: "Print the results in the format of that table.")
  var tsv = false

  mutating func validate() throws {
    guard
      !folders.isEmpty || facets != nil || duplicates != nil || !records.isEmpty
        || !terms.isEmpty
    else {
      throw ValidationError(
        "Nothing to evaluate. Give the folder of a test collection, --facets or --duplicates.")
    }
    if let facets, facets.hasSuffix(".csv"), index == nil {
      throw ValidationError("A table of corrections needs the index that it is of: --index FILE.")
    }
    if encodeQueries, encoder == nil {
      throw ValidationError("--encode-queries needs weights: --encoder FILE.")
    }
    if folders.count > 1, runFile != nil || against != nil || saveRun != nil {
      throw ValidationError(
        "--run, --save-run and --against apply to one collection; give one folder.")
    }
  }

  func run() throws {
    if !records.isEmpty {
      print(try RecordDump.text(records))
      return
    }
    if !terms.isEmpty {
      try TermDump.forEach(terms) { print($0) }
      return
    }
    let measured = try folders.map(measureFolder)
    var figures = measured.flatMap(\.figures)
    if !measured.isEmpty, !tsv { print(Measured.summary(measured).text) }
    if !without.isEmpty, !tsv { print("\n" + Ablation.table(measured, without).text) }
    if candidates, let facets {
      print(FacetCandidates.text(try labelledSets(in: facets)))
      return
    }
    if let facets { figures += try measureAppraisal(facets) }
    if let duplicates { figures += try measureDuplicates(duplicates) }
    if tsv { print(figures.map(\.line).joined(separator: "\n")) }
    if let expected {
      let shortfalls = try Expectations(contentsOf: URL(filePath: expected))
        .shortfalls(of: figures)
      guard shortfalls.isEmpty else { throw EvaluationError.belowExpected(shortfalls) }
    }
  }

  private func measureAppraisal(_ path: String) throws -> [Expectations.Figure] {
    let evaluation =
      if let index, path.hasSuffix(".csv") {
        FacetEvaluation([
          ("corrections", try FacetGold.read(corrections: URL(filePath: path), index: index))
        ])
      } else {
        FacetEvaluation(
          try labelledSets(in: path), heldOut: heldOutIDs, sampleSizes: changedSampleSizes)
      }
    if wrong { print(evaluation.wrong + "\n") }
    if !tsv { print(evaluation.text) }
    return evaluation.figures.map {
      Expectations.Figure(
        set: $0.set, configuration: "appraisal", metric: $0.name, value: $0.value)
    }
  }

  /// The labelled documents of a folder, and those of ``labels``.
  private func labelledSets(in path: String) throws -> [(set: String, gold: [FacetGold])] {
    try FacetGold.sets(in: URL(filePath: path), labels: URL(filePath: labels))
  }

  /// The numbers in the file of changed labels, by id; empty if there is no file.
  private var changedSampleSizes: [String: Int] {
    let text = (try? String(contentsOf: URL(filePath: relabelled), encoding: .utf8)) ?? ""
    let rows = text.split(separator: "\n").map { $0.split(separator: "\t") }
    return Dictionary(
      rows.compactMap { row in
        guard row.count == 2, let number = Int(row[1]) else { return nil }
        return (String(row[0]), number)
      }, uniquingKeysWith: { $1 })
  }

  /// The ids in the held-out file, one per line; empty if there is no file.
  private var heldOutIDs: Set<String> {
    let text = (try? String(contentsOf: URL(filePath: heldOut), encoding: .utf8)) ?? ""
    return Set(text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") })
  }

  private func measureDuplicates(_ file: String) throws -> [Expectations.Figure] {
    let evaluation = try DuplicateEvaluation(library: file)
    let set = URL(filePath: file).lastPathComponent
    if wrong { print(evaluation.mistakes.joined(separator: "\n") + "\n") }
    if !tsv {
      print(
        "\(set): \(evaluation.records) records in \(evaluation.documents) documents; "
          + "\(evaluation.marked) marked as duplicates, \(evaluation.found) found, "
          + "\(evaluation.right) of them correct: precision \(evaluation.precision.fixed(4)), "
          + "recall \(evaluation.recall.fixed(4))")
    }
    return [("precision", evaluation.precision), ("recall", evaluation.recall)].map {
      Expectations.Figure(set: set, configuration: "duplicates", metric: $0.0, value: $0.1)
    }
  }

  /// Evaluates one folder, and prints the requested details.
  private func measureFolder(_ folder: String) throws -> Measured {
    let collection = try TestCollection(folder: URL(filePath: folder), split: split)
    let measured = try measure(collection)
    if let saveRun, let part = measured.parts.first {
      try part.run.text(name: "peerlit").write(toFile: saveRun, atomically: true, encoding: .utf8)
    }
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

  /// The table to rank by meaning with.
  private func embeddings() throws -> EmbeddingTable? {
    guard let meaningTable else { return EmbeddingTable.standard }
    guard let table = EmbeddingTable.read(path: meaningTable) else {
      throw ValidationError("“\(meaningTable)” is not a table of tools/meaning.")
    }
    return table
  }

  /// The weights to encode documents with; `nil` if they are not encoded.
  private func encoderFile() throws -> EncoderFile? {
    guard let encoder else { return nil }
    guard let file = EncoderFile(path: encoder), file.open() != nil else {
      throw ValidationError("“\(encoder)” does not contain the weights of an encoder.")
    }
    return file
  }

  private func measure(_ collection: TestCollection) throws -> Measured {
    guard let runFile else {
      FileHandle.standardError.write(Data("indexing \(collection.name)\n".utf8))
      let index = try LocalIndex(
        corpus: collection.corpus, embeddings: try embeddings(), encoder: try encoderFile(),
        encodesQueries: encodeQueries)
      return Measured(
        set: collection.name,
        parts: try LocalIndex.Configuration.allCases.map {
          Measured.Part(
            configuration: $0.rawValue, run: try index.run(collection.topics, $0),
            qrels: collection.qrels)
        }
          + without.map {
            Measured.Part(
              configuration: Ablation.configuration($0),
              run: try index.run(collection.topics, without: $0), qrels: collection.qrels)
          })
    }
    let run = try Run(contentsOf: URL(filePath: runFile))
    return Measured(
      set: collection.name,
      parts: [Measured.Part(configuration: "run", run: run, qrels: collection.qrels)])
  }
}
