import Answers
import Query
import Retrieval
import peerlit

/// Returns prepared responses, and records the requests.
final class FakeSource: SearchSource {
  private(set) var requests: [SearchRequest] = []
  private let respond: (SearchRequest) -> SearchResponse

  init(_ respond: @escaping (SearchRequest) -> SearchResponse) {
    self.respond = respond
  }

  func search(_ request: SearchRequest) -> SearchResponse {
    requests.append(request)
    return respond(request)
  }

  func references(_ request: SearchRequest) -> [(id: String, score: Double)] {
    search(request).hits.map { ($0.document.id, $0.score) }
  }
}
