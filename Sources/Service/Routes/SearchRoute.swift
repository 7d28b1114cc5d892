import Answers
import Query
import Retrieval

extension Route {
  /// `GET /search`: ranked documents for a query.
  public static let search = Route(
    "GET", "/search", "Ranked documents for a query, each with its best passage.",
    operation: "search", tag: .search,
    parameters: Parameter.search,
    answer: .json(schema: "search")
  ) { call, context in try answer(call, context) }

  /// `POST /search`: the same, with the parameters as a JSON object.
  public static let searchJSON = Route(
    "POST", "/search", "Ranked documents for a query, with the parameters as a JSON object.",
    operation: "postSearch", tag: .search,
    parameters: Parameter.search, body: .parameters, answer: .json(schema: "search")
  ) { call, context in try answer(call, context) }

  private static func answer(_ call: Call, _ context: ServiceContext) throws -> ServiceResponse {
    let request = try SearchRequest(call.values)
    try request.expectQuestion(call.values)
    let response = try context.index.current().index.search(request)
    return .json(try SearchResponseJSON.bytes(response, notes: call.request.notesWording))
  }
}
