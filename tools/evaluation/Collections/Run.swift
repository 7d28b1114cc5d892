import Answers
import Foundation

/// The results of a system: documents with their scores for each query, in any order.
package struct Run: Sendable, Equatable {
  /// A returned document and its score.
  package struct ScoredDocument: Sendable, Equatable {
    /// The document's public id.
    package var document: String
    /// Higher is better.
    package var score: Double

    /// Creates a document with a score.
    package init(_ document: String, _ score: Double) {
      self.document = document
      self.score = score
    }
  }

  /// Query id → documents.
  package var hits: [String: [ScoredDocument]]

  /// Creates a run.
  package init(_ hits: [String: [ScoredDocument]] = [:]) {
    self.hits = hits
  }

  /// The documents of a query, best first, in the order of trec_eval: by score in single precision,
  /// then by descending document id.
  ///
  /// Like trec_eval, this ignores the ranks in a run file.
  package func ranking(of query: String) -> [String] {
    (hits[query] ?? [])
      .map { (score: Float($0.score), document: $0.document) }
      .sorted {
        $0.score == $1.score
          ? $1.document.utf8.lexicographicallyPrecedes($0.document.utf8) : $0.score > $1.score
      }
      .map(\.document)
  }

  /// Reads a TREC run file with lines `query Q0 document rank score name`.
  package init(contentsOf url: URL) throws(EvaluationError) {
    hits = [:]
    var seen: Set<[String]> = []
    for (number, line) in try textLines(of: url) {
      let fields = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard fields.count >= 5, let score = Double(fields[4]) else {
        throw .malformed(
          path: url.path, line: number, expected: "query Q0 document rank score name")
      }
      guard seen.insert([fields[0], fields[2]]).inserted else {
        throw .repeatedDocument(
          path: url.path, line: number, query: fields[0], document: fields[2])
      }
      hits[fields[0], default: []].append(ScoredDocument(fields[2], score))
    }
  }

  /// The run as a TREC run file, in order of query ids.
  package func text(name: String) -> String {
    hits.keys.sorted().map { query in
      let scores = Dictionary(uniqueKeysWithValues: (hits[query] ?? []).map { ($0.document, $0) })
      return ranking(of: query).enumerated().map { rank, document in
        "\(query) Q0 \(document) \(rank + 1) \(scores[document]?.score ?? 0) \(name)\n"
      }.joined()
    }.joined()
  }
}
