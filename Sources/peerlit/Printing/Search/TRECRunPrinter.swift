import Answers

/// A TREC run, as trec_eval reads it: `QID Q0 DOCUMENT RANK SCORE peerlit`.
struct TRECRunPrinter: SearchPrinter {
  func text(_ response: SearchResponse) throws -> String? {
    text(
      response.query.id, response.hits.map { ($0.document.id, $0.score) },
      from: response.hits.first?.rank ?? 1)
  }

  /// The lines of a ranking; `nil` when it is empty.
  ///
  /// - Parameter rank: the rank of the first document.
  func text(_ query: String?, _ documents: [(id: String, score: Double)], from rank: Int) -> String?
  {
    let query = Self.token(query ?? "1")
    let lines = documents.enumerated().map { index, document in
      "\(query) Q0 \(Self.token(document.id)) \(rank + index) \(NumberText.fixed(document.score, 6)) peerlit"
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// An id without white space, which separates the columns.
  private static func token(_ id: String) -> String {
    let token = PlainField.of(id).replacing(" ", with: "_")
    return token.isEmpty ? "_" : token
  }
}
