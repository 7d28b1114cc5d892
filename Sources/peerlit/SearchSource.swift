import Answers
import Query
import Retrieval
import Service

/// What answers searches: an index, or a server that has one.
package protocol SearchSource {
  /// Answers a search.
  func search(_ request: SearchRequest) throws -> SearchResponse
  /// The documents that answer a search with their scores, best first, and nothing else of them.
  func references(_ request: SearchRequest) throws -> [(id: String, score: Double)]
}

extension Index: SearchSource {}

extension ServiceClient: SearchSource {
  /// The documents that answer a search, as the server's hits name them.
  package func references(_ request: SearchRequest) throws -> [(id: String, score: Double)] {
    try search(request).hits.map { (id: $0.document.id, score: $0.score) }
  }
}
