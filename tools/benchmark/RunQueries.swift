import ArgumentParser
import Foundation
import Query
import Retrieval

/// Times queries warm and in this process: from the query's text to numbers and scores.
struct RunQueries: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Times queries over an index, as the peers do.")

  @Argument(help: "The index file.")
  var index: String

  @Argument(help: "The queries: kind, tab, text.")
  var queries: String

  @Option(help: "The name to give to this way of running them.")
  var engine = "peerlit"

  @Option(help: "What is ranked.")
  var unit = "passage"

  @Flag(help: "Only the words that were typed, as peers have it.")
  var exact = false

  @Option(help: "Only documents of this year.")
  var year: Int?

  @Option(help: "How often a query is timed.")
  var `repeat` = 20

  @Option(help: "Seconds for a query at most.")
  var budget = 0.5

  func run() throws {
    let index = try Index(path: index)
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
      throw ValidationError("--unit is passage or document.")
    }
    var request = SearchRequest(BenchQuery.typed(kind, text))
    request.unit = unit
    request.exact = exact
    if let year { request.filter.year.add(NumberRange(from: year, to: year)) }
    return request
  }
}

/// A query of the benchmark's list.
enum BenchQuery {
  /// Reads lines of kind, tab and text; those that begin with `#` are notes.
  static func read(_ path: String) throws -> [(kind: String, text: String)] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .compactMap { line in
        let parts = line.split(separator: "\t", maxSplits: 1)
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
      }
  }

  /// The query as peerlit's query language has it.
  static func typed(_ kind: String, _ text: String) -> String {
    switch kind {
    case "and": text.split(separator: " ").joined(separator: " AND ")
    case "phrase": "\"\(text)\""
    default: text
    }
  }
}
