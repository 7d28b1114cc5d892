import Answers
import Query
import Retrieval
import peerlit

/// Returns prepared responses, and records the requests.
final class FakeSource: SearchSource {
  private(set) var requests: [SearchRequest] = []
  private let respond: (SearchRequest) throws -> SearchResponse

  init(_ respond: @escaping (SearchRequest) throws -> SearchResponse) {
    self.respond = respond
  }

  func search(_ request: SearchRequest) throws -> SearchResponse {
    requests.append(request)
    return try respond(request)
  }

  func references(_ request: SearchRequest) throws -> [(id: String, score: Double)] {
    try search(request).hits.map { ($0.document.id, $0.score) }
  }
}
