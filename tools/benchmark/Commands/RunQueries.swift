import ArgumentParser
import Foundation
import Query
import Retrieval

/// Times queries, warm and in process, from the query to ids and scores.
struct RunQueries: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Time queries on an index, as the peers do.")

  @Argument(help: "Index file.")
  var index: String

  @Argument(help: "Queries: lines with kind, tab, text.")
  var queries: String

  @Option(help: "Name of this configuration in the output.")
  var engine = "peerlit"

  @Option(help: "What to rank: passage or document.")
  var unit = "passage"

  @Flag(help: "Search only for the words as typed, like the peers.")
  var exact = false

  @Option(help: "Only documents of this year.")
  var year: Int?

  @Option(help: "Feature of reranking that is left out (repeatable).")
  var without: [String] = []

  @Option(help: "Encode queries with these weights of tools/setup --meaning.")
  var encoder: String?

  @Option(help: "Number of repetitions per query.")
  var `repeat` = 20

  @Option(help: "Maximum number of seconds per query.")
  var budget = 0.5

  func run() throws {
    var settings = SearchSettings()
    settings.without = try Set(
      without.map { name in
        guard let feature = RerankingFeature(rawValue: name) else {
          throw ValidationError("--without must be a feature of reranking, not “\(name)”.")
        }
        return feature
      })
    if let encoder {
      settings.queryEncoder = EncoderFile(path: encoder)?.open()
      guard settings.queryEncoder != nil else {
        throw ValidationError("“\(encoder)” does not contain the weights of an encoder.")
      }
    }
    let index = try Index(path: index, settings: settings)
    let encoder = JSONEncoder()
    for (kind, text) in try BenchQuery.read(queries) {
      let request = try self.request(kind, text)
      var hits = try index.rank(request)
      var times: [Double] = []
      let start = ContinuousClock.now
      while times.count < `repeat`,
        times.count < 3 || start.duration(to: .now).seconds < budget
      {
        let before = ContinuousClock.now
        hits = try index.rank(request)
        times.append(before.duration(to: .now).seconds * 1e6)
      }
      let measurement = Measurement(
        engine: engine, kind: kind, query: text, best: times.min() ?? 0, median: times.median ?? 0,
        ids: hits.map(\.number))
      print(String(decoding: try encoder.encode(measurement), as: UTF8.self))
    }
  }

  private func request(_ kind: String, _ text: String) throws -> SearchRequest {
    guard let unit = SearchRequest.Unit(rawValue: unit) else {
      throw ValidationError("--unit must be passage or document.")
    }
    var request = SearchRequest(BenchQuery.typed(kind, text))
    request.unit = unit
    request.exact = exact
    if let year { request.filter.year.add(NumberRange(from: year, to: year)) }
    return request
  }
}

/// A query in the list of the benchmark.
enum BenchQuery {
  /// Reads lines of kind, tab and text; lines that begin with `#` are comments.
  static func read(_ path: String) throws -> [(kind: String, text: String)] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .compactMap { line in
        let parts = line.split(separator: "\t", maxSplits: 1)
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
      }
  }

  /// The query in peerlit's query language.
  static func typed(_ kind: String, _ text: String) -> String {
    switch kind {
    case "and": text.split(separator: " ").joined(separator: " AND ")
    case "phrase": "\"\(text)\""
    default: text
    }
  }
}
