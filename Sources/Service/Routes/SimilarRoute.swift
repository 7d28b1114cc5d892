import Answers
import Query
import Retrieval

extension Route {
  /// `GET /documents/{id}/similar`: documents similar to one.
  public static let similar = Route(
    "GET", "/documents/{id}/similar", "Similar documents.",
    operation: "getSimilar", tag: .documents,
    parameters: Parameter.similar, answer: .json(schema: "search"), errors: [.noSuchDocument]
  ) { call, context in
    var request = try SearchRequest(call.values)
    request.unit = .document
    guard let answer = try context.index.current().index.similar(to: call.id, request) else {
      throw ServiceError.noSuchDocument(call.id)
    }
    return .json(try SearchResponseJSON.bytes(answer, notes: .parameters))
  }
}
