import Foundation

/// One timed query of one engine, a line of what the engines write.
struct Measurement: Codable, Sendable {
  /// Name of the engine.
  var engine: String
  /// Kind of query, as the list of queries names it.
  var kind: String
  /// Its text.
  var query: String
  /// Best time, in microseconds.
  var best: Double
  /// Median time, in microseconds.
  var median: Double
  /// Numbers of the hits, best first.
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
