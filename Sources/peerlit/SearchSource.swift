import Retrieval

/// What answers searches: an index.
package protocol SearchSource {
  /// Answers a search.
  func search(_ request: SearchRequest) throws -> SearchResponse
  /// The documents that answer a search with their scores, best first, and nothing else of them.
  func references(_ request: SearchRequest) throws -> [(id: String, score: Double)]
}

extension Index: SearchSource {}
