import Foundation

/// One timed query of one engine: a line of an output file.
struct Measurement: Codable, Sendable {
  /// Name of the engine.
  var engine: String
  /// Kind of query, as in the list of queries.
  var kind: String
  /// The query.
  var query: String
  /// Best time, in microseconds.
  var best: Double
  /// Median time, in microseconds.
  var median: Double
  /// Ids of the hits, best first.
  var ids: [Int]

  enum CodingKeys: String, CodingKey {
    case engine, kind, query, ids
    case best = "best_us"
    case median = "median_us"
  }

  /// Reads files of JSON Lines.
  static func read(_ paths: [String]) throws -> [Measurement] {
    let decoder = JSONDecoder()
    return try paths.flatMap { path in
      try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        .map { try decoder.decode(Measurement.self, from: Data($0.utf8)) }
    }
  }
}
