import Retrieval

/// A TREC run, as trec_eval reads it: `QID Q0 DOCUMENT RANK SCORE peerlit`.
struct SearchRun: SearchPrinter {
  func text(_ response: SearchResponse) throws -> String? {
    let query = Self.token(response.query.id ?? "1")
    let lines = response.hits.map { hit in
      "\(query) Q0 \(Self.token(hit.document.id)) \(hit.rank) \(Decimals.six(hit.score)) peerlit"
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// An id without white space, which parts the columns.
  private static func token(_ id: String) -> String {
    let token = PlainField.of(id).replacing(" ", with: "_")
    return token.isEmpty ? "_" : token
  }
}
