import Answers

/// A TREC run, as trec_eval reads it: `QID Q0 DOCUMENT RANK SCORE peerlit`.
struct TRECRunPrinter: SearchPrinter {
  func text(_ response: SearchResponse) throws -> String? {
    text(response.query.id, Self.merged(response), after: (response.hits.first?.rank ?? 1) - 1)
  }

  /// The documents of a response with their scores, best first, related ones among the others.
  static func merged(_ response: SearchResponse) -> [(id: String, score: Double)] {
    let all = response.hits + response.related
    let order = all.indices.sorted {
      all[$0].score != all[$1].score ? all[$0].score > all[$1].score : $0 < $1
    }
    return (response.related.isEmpty ? Array(all.indices) : order).map {
      (id: all[$0].document.id, score: all[$0].score)
    }
  }

  /// The lines of a ranking; `nil` if it is empty.
  ///
  /// - Parameter skipped: the number of documents before the first.
  func text(
    _ query: String?, _ documents: [(id: String, score: Double)], after skipped: Int
  ) -> String? {
    let query = Self.token(query ?? "1")
    let lines = documents.enumerated().map { index, document in
      "\(query) Q0 \(Self.token(document.id)) \(skipped + index + 1) \(NumberText.fixed(document.score, 6)) peerlit"
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// An id without white space, which separates the columns.
  private static func token(_ id: String) -> String {
    let token = PlainField.of(id).replacing(" ", with: "_")
    return token.isEmpty ? "_" : token
  }
}
