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
    let index = try context.index.current().index
    guard let answer = try index.similar(to: call.id, request) else {
      throw ServiceError.noSuchDocument(call.id, in: index)
    }
    return .json(try SearchResponseJSON.bytes(answer, notes: .parameters))
  }
}
