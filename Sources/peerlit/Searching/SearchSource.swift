import Answers
import Query
import Retrieval
import Service

/// Something that can be searched: an index or a server.
package protocol SearchSource {
  /// Runs a search.
  func search(_ request: SearchRequest) throws -> SearchResponse
  /// The matching documents with their scores, best first, without their contents.
  func references(_ request: SearchRequest) throws -> [(id: String, score: Double)]
}

extension Index: SearchSource {}

extension ServiceClient: SearchSource {
  /// The matching documents with their scores, taken from the server's hits.
  package func references(_ request: SearchRequest) throws -> [(id: String, score: Double)] {
    let response = try search(request)
    return TRECRunPrinter.merged(response)
  }
}
